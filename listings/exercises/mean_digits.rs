//! Naming handwritten digits by the average image of each digit.
//!
//! The averages are the columns of XᵀY, each divided by how many images its
//! digit has; the rows of Y are the one-hot codes of the labels.

use mlmath::Matrix;

/// How many images are named correctly by the columns of `means`: by the nearest,
/// by the largest dot product and by the largest cosine. Shapes: images n×d,
/// means d×k, a label below k for each image.
pub fn mean_digits(x: &Matrix, labels: &[usize], means: &Matrix) -> [usize; 3] {
    todo!("all dot products at once; what else do the nearest and the cosine need?")
}

/// What the harness asks of the function.
pub fn check(mean_digits: fn(&Matrix, &[usize], &Matrix) -> [usize; 3]) {
    use mlmath::data::digits;
    use mlmath::matrices::selection_matrix;
    use ndarray::{Axis, array};

    // (3, 1) is nearest to the first mean, has the largest dot product with the
    // second and the largest cosine with the third.
    let means = array![[2.5, 9.0, 6.0], [0.5, 5.0, 2.0]];
    let x = array![[3.0, 1.0]];
    for (label, expected) in [[1, 0, 0], [0, 1, 0], [0, 0, 1]].into_iter().enumerate() {
        let counts = mean_digits(&x, &[label], &means);
        assert_eq!(counts, expected, "(3, 1) with the label {label}");
    }

    let digits = digits();
    let one_hot = selection_matrix(&digits.y, 10);
    let means = digits.x.t().dot(&one_hot) / one_hot.sum_axis(Axis(0));
    let counts = mean_digits(&digits.x, &digits.y, &means);
    assert_eq!(counts, [1626, 1606, 1628], "all digits");
    let counts = mean_digits(&(&digits.x / 2.0), &digits.y, &means);
    assert_eq!(counts, [1578, 1606, 1628], "at half brightness");
}
