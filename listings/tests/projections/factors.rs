//! The algorithms, and what `Qr` promises.

use super::shadows::assert_factors;
use super::*;

mod algorithms {
    use super::*;

    #[test]
    fn gram_schmidt_process() {
        for_all(independent(), |(a, [])| {
            let (q, r) = gram_schmidt(&a, GramSchmidt::Modified).expect("independent columns");
            assert_factors(&a, &q, &r);
            // Each column is in the span of the columns of A up to it.
            for j in 0..a.ncols() {
                let first = a.slice(ndarray::s![.., ..=j]).to_owned();
                let q_j = q.column(j).to_owned();
                let shadow = project(&first, &q_j).expect("independent columns");
                assert_close(shadow, q_j, ROUNDING);
            }
        });
    }

    #[test]
    fn qr_by_row_blocks() {
        // Fewer rows than a block, and blocks of which the last is not full.
        for (m, n) in [(5, 3), (256, 4), (257, 4), (700, 6)] {
            let a = Matrix::from_shape_fn((m, n), |(i, j)| ((1 + i * n + j) as f64).powi(2).sin());
            let b = Vector::from_shape_fn(m, |i| (i as f64).cos());
            let qr = Qr::new(&a).expect("shape");
            let q = qr.q().expect("independent columns");
            assert_factors(&a, &q, &qr.r());
            let (along, left) = qr.turn(&b).expect("an entry for each row");
            assert_close(&along, times(&transpose(&q), &b), ROUNDING);
            let rest = &b - &times(&q, &along);
            assert_close(left, norm_l2(&rest), ROUNDING);
            assert_close(qr.project(&b).expect("independent"), &b - &rest, ROUNDING);
            let x = least_squares(&a, &b).expect("independent columns");
            assert_close(&x, qr.solve(&b).expect("independent"), ROUNDING);
            assert_close(times(&qr.r(), &x), along, ROUNDING);
        }
    }
}

#[test]
fn a_block_of_zeros_changes_nothing() {
    let (x, y) = three_points();
    let mut tall = Matrix::zeros((400, 2));
    let mut b = Vector::zeros(400);
    for (i, row) in [0, 150, 399].into_iter().enumerate() {
        tall.row_mut(row).assign(&x.row(i));
        b[row] = y[i];
    }
    let w = least_squares(&tall, &b).expect("two independent columns");
    assert_close(w, array![0.5, 2.0 / 3.0], 1e-14);
    assert_close(
        Qr::new(&tall).expect("shape").r(),
        Qr::new(&x).expect("shape").r(),
        1e-14,
    );
}

#[test]
fn both_ways_of_gram_schmidt_differ_where_columns_nearly_agree() {
    let a = super::dimensions::laeuchli(1e-8);
    let by = |way| gram_schmidt(&a, way).expect("independent columns").0;
    assert!(lost(&by(GramSchmidt::Classical)) > 0.4);
    assert!(lost(&by(GramSchmidt::Modified)) < 1e-8);
    assert!(lost(&Qr::new(&a).expect("shape").q().expect("independent")) < 1e-15);
}
