//! The same problem in other units and in another order: what a function finds
//! must be the same.

use crate::{Matrix, Vector};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, RngExt, SeedableRng};

/// By which powers of two a row or a column is multiplied at most. They change
/// no digit as long as nothing leaves the range of f64.
const MOST: i32 = 120;

/// The largest entry there may be afterwards, and the smallest its inverse:
/// products of two are then still in range.
const LARGEST: f64 = f64::from_bits((1023 + 400) << 52);

/// In how many ways each problem is written.
const WAYS: u64 = 40;

/// New units and a new order for rows, or for columns.
#[derive(Clone)]
struct Side {
    exponents: Vec<i32>,
    order: Vec<usize>,
}

impl Side {
    fn new(n: usize, most: i32, random: &mut impl Rng) -> Side {
        let exponents = (0..n).map(|_| random.random_range(-most..=most)).collect();
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, random.random_range(0..=i));
        }
        Side { exponents, order }
    }

    /// What stands in a place, in new units.
    fn factor(&self, place: usize) -> f64 {
        power_of_two(self.exponents[self.order[place]])
    }

    /// The vector Dx, permuted.
    fn there(&self, x: &Vector) -> Vector {
        Vector::from_shape_fn(x.len(), |i| self.factor(i) * x[self.order[i]])
    }

    /// From D⁻¹x, permuted, the vector x.
    fn back(&self, x: &Vector) -> Vector {
        let mut old = Vector::zeros(x.len());
        for (i, &place) in self.order.iter().enumerate() {
            old[place] = self.factor(i) * x[i];
        }
        old
    }

    fn is_odd(&self) -> bool {
        let n = self.order.len();
        let pairs = (0..n).flat_map(|i| (0..i).map(move |k| (k, i)));
        pairs
            .filter(|&(k, i)| self.order[k] > self.order[i])
            .count()
            % 2
            == 1
    }
}

/// A way to write a system Ax = b: D₁AD₂ and D₁b for D₂⁻¹x, with equations and
/// unknowns in another order.
pub struct Units {
    rows: Side,
    columns: Side,
}

impl Units {
    fn new((m, n): (usize, usize), most: i32, random: &mut impl Rng) -> Units {
        Units {
            rows: Side::new(m, most, random),
            columns: Side::new(n, most, random),
        }
    }

    /// Those in which the transpose of the new matrix is written.
    pub fn transposed(&self) -> Units {
        Units {
            rows: self.columns.clone(),
            columns: self.rows.clone(),
        }
    }

    /// The matrix D₁AD₂, permuted.
    pub fn matrix(&self, a: &Matrix) -> Matrix {
        let entry = |(i, j): (usize, usize)| {
            self.rows.factor(i)
                * self.columns.factor(j)
                * a[[self.rows.order[i], self.columns.order[j]]]
        };
        let there = Matrix::from_shape_fn(a.dim(), entry);
        for size in there.iter().map(|x| x.abs()) {
            let in_range = size == 0.0 || (1.0 / LARGEST..=LARGEST).contains(&size);
            assert!(in_range, "{size:e} is not between 2^±400");
        }
        there
    }

    /// The right-hand side D₁b, permuted.
    pub fn right_hand_side(&self, b: &Vector) -> Vector {
        self.rows.there(b)
    }

    /// The solution in the old units.
    pub fn solution(&self, x: &Vector) -> Vector {
        self.columns.back(x)
    }

    /// The inverse in the old units.
    pub fn inverse(&self, x: &Matrix) -> Matrix {
        let mut old = Matrix::zeros(x.dim());
        for ((i, j), x_ij) in x.indexed_iter() {
            let factor = self.columns.factor(i) * self.rows.factor(j);
            old[[self.columns.order[i], self.rows.order[j]]] = factor * x_ij;
        }
        old
    }

    /// The place of a column in the old order.
    pub fn column(&self, there: usize) -> usize {
        self.columns.order[there]
    }

    /// By what the determinant is multiplied: its sign, and the exponent of 2.
    pub fn determinant(&self) -> (f64, i32) {
        let odd = self.rows.is_odd() != self.columns.is_odd();
        let exponents = self.rows.exponents.iter().chain(&self.columns.exponents);
        (if odd { -1.0 } else { 1.0 }, exponents.sum())
    }
}

/// Tries a property of systems with this shape in many units, the first of them
/// the old ones in the old order, the second a new order alone.
pub fn systems(shape: (usize, usize), mut property: impl FnMut(&Units)) {
    for way in 0..WAYS {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(way);
        let most = if way < 2 { 0 } else { MOST };
        let mut units = Units::new(shape, most, &mut random);
        if way == 0 {
            units.rows.order.sort_unstable();
            units.columns.order.sort_unstable();
        }
        property(&units);
    }
}

/// The same in units of one seed.
pub fn one_system(shape: (usize, usize), seed: u64, property: impl FnOnce(&Units)) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    property(&Units::new(shape, MOST, &mut random));
}

/// The same for symmetric matrices, which stay so: DAD.
pub fn symmetric(n: usize, mut property: impl FnMut(&Units)) {
    systems((n, n), |Units { rows, .. }| {
        property(&Units {
            rows: rows.clone(),
            columns: rows.clone(),
        });
    });
}

/// Tries a property with factors for a whole input: powers of two.
pub fn factors(mut property: impl FnMut(f64)) {
    for exponent in (-2 * MOST..=2 * MOST).step_by(40) {
        property(power_of_two(exponent));
    }
}

/// 2 to this power, which is between ±1022.
pub fn power_of_two(exponent: i32) -> f64 {
    assert!((-1022..1024).contains(&exponent), "2^{exponent} is no f64");
    f64::from_bits(((1023 + exponent) as u64) << 52)
}

/// A matrix without a pattern which leads partial pivoting astray: small
/// integers, a third of them multiplied by far smaller numbers, and rows in units
/// that make elimination go from the first to the last, whatever it loses.
pub fn astray(n: usize, seed: u64) -> Matrix {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    Matrix::from_shape_fn((n, n), |(i, _)| {
        let integer = f64::from(random.random_range(-3..=3));
        let far_smaller = match random.random_range(0..3) {
            0 => power_of_two(-random.random_range(20..=70)),
            _ => 1.0,
        };
        integer * far_smaller * downwards(i)
    })
}

/// A unit of row i that makes it smaller than all rows above it.
pub fn downwards(i: usize) -> f64 {
    power_of_two(-60 * i as i32)
}
