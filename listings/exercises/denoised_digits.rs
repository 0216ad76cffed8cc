//! Noise leaves with the components that are left out.

use mlmath::Matrix;

/// Rebuilds noisy rows from their own first k components.
///
/// Shapes: n×d gives n×d.
pub fn denoised_digits(noisy: &Matrix, k: usize) -> Matrix {
    todo!("fit, transform, and back")
}

/// What the harness asks of the function.
pub fn check(denoised_digits: fn(&Matrix, usize) -> Matrix) {
    use mlmath::data::digits;
    use mlmath::matrices::norm_frobenius;
    use rand::rngs::Xoshiro256PlusPlus;
    use rand::{RngExt, SeedableRng};

    let clean = digits().x;
    let mut random = Xoshiro256PlusPlus::seed_from_u64(20);
    let noise = Matrix::from_shape_simple_fn(clean.dim(), || random.random_range(-1.0..1.0));
    let ratio = |size: f64| {
        let noisy = &clean + &(size * &noise);
        let error = norm_frobenius(&(denoised_digits(&noisy, 20) - &clean));
        error / norm_frobenius(&(&noisy - &clean))
    };
    let (much, little) = (ratio(6.0), ratio(1.0));
    assert!(
        (0.6..0.8).contains(&much),
        "much noise: the error is {much:.2} of it"
    );
    assert!(little > 1.5, "little noise: the error is {little:.2} of it");
}
