//! One product of square matrices by every program of chapter 3, by ndarray,
//! and what the processor computes where nothing has to be fetched.

mod support;

use mlmath::Matrix;
use mlmath::matrices::ShapeError;
use mlmath::matrix_multiplication::*;
use std::hint::black_box;
use support::{Ladder, is_measuring, median_of, rate};

type Program = fn(&Matrix, &Matrix) -> Result<Matrix, ShapeError>;

fn main() {
    let mut ladder = Ladder::new(
        "GFLOP/s, 10⁹ operations a second, of the product of two n×n matrices in f64, \
         2n³ operations, one thread",
        &["how", "n = 256", "n = 1024", "n = 2048"],
    );
    let programs: [(&str, Program); 9] = [
        ("three loops, ijk", three_loops_ijk),
        ("three loops, ikj", three_loops_ikj),
        ("matmul_by_entries", matmul_by_entries),
        ("matmul_by_columns", matmul_by_columns),
        ("matmul_by_outer_products", matmul_by_outer_products),
        ("matmul, by rows", matmul),
        ("matmul_blocked", matmul_blocked),
        ("matmul_tiled", matmul_tiled),
        ("ndarray, a.dot(&b)", |a, b| Ok(a.dot(b))),
    ];
    // Those that leap through memory would take minutes for the largest product.
    let leaping = ["three loops, ijk", "matmul_by_entries", "matmul_by_columns"];
    for (name, program) in programs {
        let largest = if leaping.contains(&name) {
            "–".to_owned()
        } else {
            speed(program, 2048)
        };
        let [small, large] = [256, 1024].map(|n| speed(program, n));
        ladder.row([name.to_owned(), small, large, largest]);
    }
    if let Some(peak) = peak::speed() {
        let name = "AVX2 and FMA on registers alone".to_owned();
        ladder.row([name, peak.clone(), peak.clone(), peak]);
    }
    ladder.finish();
}

/// The definition as three loops.
fn three_loops_ijk(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    let ((m, n), p) = (a.dim(), b.ncols());
    let mut c = Matrix::zeros((m, p));
    for i in 0..m {
        for j in 0..p {
            for k in 0..n {
                c[[i, j]] += a[[i, k]] * b[[k, j]];
            }
        }
    }
    Ok(c)
}

/// The same with two lines exchanged.
fn three_loops_ikj(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    let ((m, n), p) = (a.dim(), b.ncols());
    let mut c = Matrix::zeros((m, p));
    for i in 0..m {
        for k in 0..n {
            for j in 0..p {
                c[[i, j]] += a[[i, k]] * b[[k, j]];
            }
        }
    }
    Ok(c)
}

fn speed(program: Program, n: usize) -> String {
    // Whether it still works shows on small matrices too.
    let n = if is_measuring() { n } else { n / 16 };
    // Numbers that repeat nowhere and stay between -1 and 1.
    let a = Matrix::from_shape_fn((n, n), |(i, j)| ((i * n + j) as f64).sin());
    let b = Matrix::from_shape_fn((n, n), |(i, j)| ((i * n + j) as f64).cos());
    let (a, b) = black_box((a, b));
    let runs = if n < 512 {
        101
    } else if n < 2000 {
        11
    } else {
        3
    };
    rate(2 * n.pow(3), median_of(runs, || program(&a, &b)))
}

#[cfg(target_arch = "x86_64")]
mod peak {
    use super::*;
    use std::arch::x86_64::{__m256d, _mm256_fmadd_pd, _mm256_set1_pd};

    const STEPS: usize = 4_000_000;
    /// Sums that do not wait for each other, four numbers wide: enough to keep
    /// every arithmetic unit busy, few enough for the registers.
    const SUMS: usize = 12;

    pub fn speed() -> Option<String> {
        if !(is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")) {
            return None;
        }
        #[expect(unsafe_code, reason = "a function for processors with AVX2 and FMA")]
        // SAFETY: this processor has both, as was asked above.
        let work = || unsafe { sums(black_box(1.0), black_box(1e-9)) };
        Some(rate(2 * 4 * SUMS * STEPS, median_of(101, work)))
    }

    /// Each sum is multiplied by a number and added to, over and over.
    #[target_feature(enable = "avx2,fma")]
    fn sums(factor: f64, term: f64) -> [__m256d; SUMS] {
        let [factor, term] = [factor, term].map(|x| _mm256_set1_pd(x));
        let mut sums = [term; SUMS];
        for _ in 0..STEPS {
            for sum in &mut sums {
                *sum = _mm256_fmadd_pd(*sum, factor, term);
            }
        }
        sums
    }
}

#[cfg(not(target_arch = "x86_64"))]
mod peak {
    pub fn speed() -> Option<String> {
        None
    }
}
