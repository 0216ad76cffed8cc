//! Chapter 10: its theorems, algorithms, examples and exercises.

mod accuracy;
mod edges;
mod examples;
mod exercises;
mod libraries;
mod questions;
mod rescaled;
mod theorems;
mod values;

use mlmath::data::{diabetes, digits, iris, wine};
use mlmath::eigen::{svd, symmetric_eigen};
use mlmath::inverse::{InverseError, gram};
use mlmath::matrices::{diagonal, identity, norm_frobenius, times_vector, trace, transpose};
use mlmath::matrix_multiplication::{dot, matmul};
use mlmath::pca::*;
use mlmath::prelude::*;
use mlmath::vectors::{norm_l2, unit};
use mlmath_testing::{assert_at_most, assert_close, claims, for_all, matrices, rescaled as units};
use ndarray::{Axis, s};
use values::*;

mod algorithms {
    use super::*;

    // Every data set of the chapter, as it is and standardised.
    #[test]
    fn pca_by_svd() {
        for (name, x) in data() {
            let pca = fit_all(&x);
            assert_components(&name, &x, &pca);
            for k in [1, pca.k() / 2, pca.k()] {
                let fewer = Pca::fit(&x, k).expect("components");
                assert_eq!(fewer.components, pca.components.slice(s![.., ..k]));
                assert_eq!(fewer.singular_values, pca.singular_values);
            }
        }
    }

    #[test]
    fn pca_by_samples() {
        for seed in 0..20 {
            let x = any(6, 40, seed);
            let (few, all) = (
                Pca::fit_samples(&x, 5).expect("more columns than rows"),
                Pca::fit(&x, 5).expect("more columns than rows"),
            );
            assert_close(&few.components, &all.components, 1e-12);
            assert_close(&few.singular_values, &all.singular_values, 1e-6);
            assert_close(few.explained_variance(), all.explained_variance(), 1e-13);
        }
    }
}
