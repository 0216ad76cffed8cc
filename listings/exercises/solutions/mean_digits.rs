//! One product holds all dot products. The other two scores follow from them
//! and from the norms of the means.

use mlmath::Matrix;
use mlmath::matrix_multiplication::matmul;
use mlmath::vectors::norm_l2;
use ndarray::Axis;

/// How many images are named correctly by the columns of `means`: by the nearest,
/// by the largest dot product and by the largest cosine.
///
/// Shapes: images n×d, means d×k, a label below k for each image. Cost: ndk
/// multiplications and additions, and some for each of the nk scores.
pub fn mean_digits(x: &Matrix, labels: &[usize], means: &Matrix) -> [usize; 3] {
    let scores = matmul(x, means).expect("an entry of each mean for each pixel");
    let norms = means.map_axis(Axis(0), |mean| norm_l2(&mean.to_owned()));
    let right = |score: &dyn Fn(f64, f64) -> f64| {
        let named = scores.rows().into_iter().map(|row| {
            let of = |j: usize| score(row[j], norms[j]);
            (0..norms.len()).max_by(|&i, &j| of(i).total_cmp(&of(j)))
        });
        let pairs = named.zip(labels);
        pairs.filter(|(name, label)| *name == Some(**label)).count()
    };
    let nearest = |dot: f64, norm: f64| dot - norm * norm / 2.0;
    [
        right(&nearest),
        right(&|dot, _| dot),
        right(&|dot, norm| dot / norm),
    ]
}
