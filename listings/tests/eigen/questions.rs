//! The computed answers to the questions of chapter 9.

use super::*;

#[test]
fn which_one_wins() {
    let a = diagonal(&array![1.0, -2.0]);
    let start = array![1.0, 1.0];
    let steps = power_steps(&a, &start).expect("a start");
    claims!(
        steps
            .map(|pair| pair.value)
            .nth(10)
            .expect("the tenth step")
    );
}

#[test]
fn eigenvalues_of_a_shift() {
    let a = array![[4.0, 1.0], [2.0, 3.0]];
    let b = product(&a, &a) - 4.0 * identity(2);
    let PlaneEigenvalues::Real(values) =
        plane_eigenvalues(Mat([[b[[0, 0]], b[[0, 1]]], [b[[1, 0]], b[[1, 1]]]]))
    else {
        panic!("two real eigenvalues");
    };
    claims!(values[0], values[1]);
}

#[test]
fn singular_or_eigen() {
    let svd = svd(&array![[1.0, 1.0], [0.0, 1.0]]).expect("finite entries");
    claims!(svd.sigma[0]);
}

#[test]
fn sum_of_squares() {
    let a = Matrix::ones((3, 3));
    let steps: Vec<JacobiStep> = jacobi_steps(&a).expect("symmetric").take(2).collect();
    let squares: Vec<f64> = steps
        .iter()
        .map(|step| step.beside_the_diagonal().powi(2).round())
        .collect();
    claims!(squares[0], squares[1]);
}

#[test]
fn inside_the_triangle() {
    let (modulus, angle) = super::examples::pair([[0.0, -0.5], [1.0, 1.0]]);
    claims!(modulus, angle.round());
}
