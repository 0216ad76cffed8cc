//! Ranks, null spaces and dependencies are the same in other units and in
//! another order.

use super::*;
use mlmath_testing::rescaled;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// An m×n matrix of this rank with entries that no pattern makes.
fn any((m, n): (usize, usize), r: usize, seed: u64) -> Matrix {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut number = || random.random_range(-1.0..1.0);
    let left = Matrix::from_shape_simple_fn((m, r), &mut number);
    let right = Matrix::from_shape_simple_fn((r, n), &mut number);
    product(&left, &right)
}

/// Whether Ax is 0 beside the sizes of its terms, in each row.
fn vanishes(a: &Matrix, x: &Vector, tolerance: f64) -> bool {
    a.rows().into_iter().all(|row| {
        let terms: Vec<f64> = row.iter().zip(x).map(|(a, x)| a * x).collect();
        let sizes: f64 = terms.iter().map(|term| term.abs()).sum();
        terms.iter().sum::<f64>().abs() <= tolerance * sizes
    })
}

#[test]
fn the_rank_is_the_same_in_other_units() {
    for (k, (shape, r)) in [
        ((5, 4), 2),
        ((3, 6), 3),
        ((6, 6), 5),
        ((4, 4), 4),
        ((7, 3), 1),
    ]
    .into_iter()
    .enumerate()
    {
        let a = any(shape, r, k as u64);
        rescaled::systems(shape, |units| {
            let there = units.matrix(&a);
            for a in [&there, &transpose(&there)] {
                assert_eq!(rank(a, ZERO), Ok(r), "{a}");
            }
            let null = null_space(&there, ZERO).expect("finite entries");
            assert_eq!(null.len(), shape.1 - r);
            for x in &null {
                assert!(vanishes(&there, x, 1e-11), "{there}\n{x}");
            }
            let [c, rows] = rank_factorisation(&there, ZERO).expect("finite entries");
            for (i, j) in (0..shape.0).flat_map(|i| (0..shape.1).map(move |j| (i, j))) {
                let terms = (0..r).map(|k| c[[i, k]] * rows[[k, j]]);
                let sizes: f64 = terms.clone().map(f64::abs).sum();
                let missed = (terms.sum::<f64>() - there[[i, j]]).abs();
                assert!(missed <= 1e-11 * (sizes + there[[i, j]].abs()));
            }
        });
    }
}

#[test]
fn the_trap_is_named_in_any_units() {
    // One flower of each species, and one more.
    let x = array![
        [1.0, 1.0, 0.0, 0.0],
        [1.0, 0.0, 1.0, 0.0],
        [1.0, 0.0, 0.0, 1.0],
        [1.0, 0.0, 1.0, 0.0]
    ];
    rescaled::systems(x.dim(), |units| {
        let there = units.matrix(&x);
        let found = dependencies(&there, ZERO).expect("finite entries");
        assert_eq!(found.len(), 1);
        // All four columns take part, with weights that make up for the units.
        assert_eq!(found[0].column, 3);
        assert_eq!(found[0].terms.len(), 3);
        let mut weights = Vector::zeros(4);
        weights[3] = -1.0;
        for &(column, weight) in &found[0].terms {
            weights[column] = weight;
        }
        assert_eq!(times(&there, &weights), Vector::zeros(4));
    });
}

#[test]
fn a_column_that_takes_no_part_gets_no_weight() {
    for seed in 0..40 {
        let mut a = any((6, 4), 4, seed);
        // The last column is made of the first and the third, with other units.
        let last = 0.3 * &a.column(0) - 0.7 * &a.column(2);
        a.column_mut(3).assign(&last);
        rescaled::one_system((6, 4), seed, |units| {
            let there = units.matrix(&a);
            let found = dependencies(&there, ZERO).expect("finite entries");
            assert_eq!(found.len(), 1);
            let terms = &found[0].terms;
            let mut taking_part: Vec<usize> = terms
                .iter()
                .map(|(column, _)| units.column(*column))
                .collect();
            taking_part.push(units.column(found[0].column));
            taking_part.sort_unstable();
            let column = units.column(found[0].column);
            // Where the second column is free it would have to be made of others.
            assert_ne!(column, 1);
            assert_eq!(taking_part, [0, 2, 3], "{there}\n{found:?}");
        });
    }
}
