//! The theorems and the algorithm of chapter 7. Ranks are known from how the
//! matrices were made, or from determinants of integers.

use super::*;
use proptest::prelude::*;

#[test]
fn the_rank_by_determinants_is_the_rank_that_was_prescribed() {
    for_all(of_known_rank(), |(a, r)| {
        assert_eq!(rank_by_determinants(&a), r);
        assert_eq!(rank_of(&a), r, "{a}");
    });
}

/// Whether the columns are a basis of the span of the others: independent, and
/// each of the others a combination of them, both by determinants.
fn are_a_basis_of_the_span(basis: &[Vector], all: &[Vector]) -> bool {
    let Some(first) = all.first() else {
        return basis.is_empty();
    };
    let independent = basis.is_empty() || rank_by_determinants(&columns(basis)) == basis.len();
    let reaches = |x: &Vector| match basis.is_empty() {
        true => *x == Vector::zeros(first.len()),
        false => {
            let both: Vec<_> = basis.iter().chain([x]).cloned().collect();
            rank_by_determinants(&columns(&both)) == basis.len()
        }
    };
    independent && all.iter().all(reaches)
}

mod theorems {
    use super::*;

    #[test]
    fn dependence_in_three_ways() {
        for_all(of_known_rank(), |(a, r)| {
            let (n, k) = a.dim();
            let independent = r == k;
            // 1. No column is a combination of those before it.
            let found = dependencies(&a, ZERO).expect("finite entries");
            assert_eq!(found.is_empty(), independent);
            for one in &found {
                let mut sum = Vector::zeros(n);
                for &(column, weight) in &one.terms {
                    assert!(column < one.column);
                    sum.scaled_add(weight, &a.column(column));
                }
                assert_close(sum, a.column(one.column).to_owned(), ROUNDING);
                let before = a.slice(ndarray::s![.., ..one.column]).to_owned();
                let with = a.slice(ndarray::s![.., ..=one.column]).to_owned();
                let before = match one.column {
                    0 => 0,
                    _ => rank_by_determinants(&before),
                };
                assert_eq!(rank_by_determinants(&with), before);
            }
            // 2. The null space is {0}.
            let null = null_space(&a, ZERO).expect("finite entries");
            assert_eq!(null.is_empty(), independent);
            // 3. Too many are dependent.
            assert!(k <= n || !independent);
        });
    }

    #[test]
    fn coordinates_are_unique() {
        let values = square_of_known_rank()
            .prop_flat_map(|(p, r)| small_vector(p.nrows()).prop_map(move |c| (p.clone(), r, c)));
        for_all(values, |(p, r, c)| {
            let n = p.nrows();
            let x = times(&p, &c);
            // A basis of ℝⁿ finds the weights again, and no others.
            match solution_set(&p, &x, ZERO).expect("finite entries") {
                Solutions::One(found) => {
                    assert_eq!(r, n);
                    assert_close(found, c, ROUNDING);
                }
                Solutions::Many { directions, .. } => {
                    assert!(r < n);
                    let other = &c + &directions[0];
                    assert_close(times(&p, &other), x, ROUNDING);
                }
                Solutions::None => panic!("x is a combination"),
            }
        });
    }

    #[test]
    fn bases_have_one_size() {
        for_all(of_known_rank(), |(a, r)| {
            let all = columns_of(&a);
            // Every choice of columns that is a basis of their span has r of them.
            let n = all.len();
            let mut bases = 0;
            for set in 0..1_usize << n {
                let chosen = (0..n).filter(|i| set >> i & 1 == 1);
                let chosen: Vec<_> = chosen.map(|i| all[i].clone()).collect();
                if are_a_basis_of_the_span(&chosen, &all) {
                    assert_eq!(chosen.len(), r);
                    bases += 1;
                }
                // More vectors than r are dependent.
                if chosen.len() > r {
                    assert!(rank_by_determinants(&columns(&chosen)) < chosen.len());
                }
            }
            assert!(bases > 0, "some of the columns are a basis");
        });
    }

    #[test]
    fn right_number_is_enough() {
        for_all(of_known_rank(), |(a, r)| {
            let all = columns_of(&a);
            let n = all.len();
            for set in 0..1_usize << n {
                let chosen = (0..n).filter(|i| set >> i & 1 == 1);
                let chosen: Vec<_> = chosen.map(|i| all[i].clone()).collect();
                let independent =
                    chosen.is_empty() || rank_by_determinants(&columns(&chosen)) == chosen.len();
                // With the right number, independent means a basis, and so does spanning.
                let is_basis = are_a_basis_of_the_span(&chosen, &all);
                if chosen.len() == r {
                    assert_eq!(is_basis, independent);
                }
                // Independent ones can be extended: the pivots of them, then all others.
                if independent {
                    let both: Vec<_> = chosen.iter().chain(&all).cloned().collect();
                    let both = mlmath::rank::rank_factorisation(&columns(&both), ZERO);
                    let [c, _] = both.expect("finite entries");
                    let extended = columns_of(&c);
                    assert_eq!(extended[..chosen.len()], chosen[..]);
                    assert!(are_a_basis_of_the_span(&extended, &all));
                }
            }
        });
    }

    #[test]
    fn rank_factorisation() {
        for_all(of_known_rank(), |(a, r)| {
            let [c, rows] = mlmath::rank::rank_factorisation(&a, ZERO).expect("finite entries");
            assert_eq!((c.dim(), rows.dim()), ((a.nrows(), r), (r, a.ncols())));
            if r == 0 {
                assert!(a.iter().all(|&x| x == 0.0));
                return;
            }
            assert_close(product(&c, &rows), &a, ROUNDING);
            assert!(are_a_basis_of_the_span(&columns_of(&c), &columns_of(&a)));
            // The rows of R are combinations of those of A, and as many as there are
            // independent ones: both together have the rank of A.
            let both = ndarray::concatenate![ndarray::Axis(0), a, rows];
            assert_eq!(rank_of(&both), r);
            assert_eq!(rank_of(&rows), r);
        });
    }

    #[test]
    fn row_rank_is_column_rank() {
        for_all(of_known_rank(), |(a, r)| {
            assert_eq!(rank_of(&a), r);
            assert_eq!(rank_of(&transpose(&a)), r);
        });
    }

    #[test]
    fn rank_nullity() {
        for_all(of_known_rank(), |(a, r)| {
            let null = null_space(&a, ZERO).expect("finite entries");
            // The prescribed rank, and vectors that are independent and vanish.
            assert_eq!(r + null.len(), a.ncols());
            if !null.is_empty() {
                assert_eq!(rank_of(&columns(&null)), null.len());
            }
            for x in &null {
                assert_close(times(&a, x), Vector::zeros(a.nrows()), ROUNDING);
            }
        });
    }

    #[test]
    fn rank_of_a_product() {
        let values = (of_known_rank(), 1..=5_usize).prop_flat_map(|((a, r), p)| {
            let entry = (-2..=2).prop_map(f64::from);
            matrix_of((a.ncols(), p), entry).prop_map(move |b| (a.clone(), r, b))
        });
        for_all(values, |(a, r, b)| {
            let rank_of_b = rank_by_determinants(&b);
            let of_product = rank_by_determinants(&product(&a, &b));
            assert!(of_product <= r.min(rank_of_b));
            if b.is_square() && rank_of_b == b.nrows() {
                assert_eq!(of_product, r);
            }
            if a.is_square() && r == a.nrows() {
                assert_eq!(of_product, rank_of_b);
            }
        });
    }

    #[test]
    fn gram_keeps_the_null_space() {
        for_all(of_known_rank(), |(a, r)| {
            let gram = gram(&a);
            assert_eq!(rank_by_determinants(&gram), r);
            for x in &null_space(&gram, ZERO).expect("finite entries") {
                assert_close(times(&a, x), Vector::zeros(a.nrows()), ROUNDING);
            }
            assert_eq!(inverse(&gram).is_ok(), r == a.ncols());
        });
    }

    #[test]
    fn invertible_matrix_theorem() {
        for_all(square_of_known_rank(), |(a, r)| {
            let n = a.nrows();
            let full = r == n;
            let found = inverse(&a);
            assert_eq!(found.is_ok(), full, "1");
            if let Ok(b) = found {
                assert_close(product(&b, &a), identity(n), ROUNDING);
                assert_close(product(&a, &b), identity(n), ROUNDING);
            }
            let null = null_space(&a, ZERO).expect("finite entries");
            assert_eq!(null.is_empty(), full, "3");
            let dependent = dependencies(&a, ZERO).expect("finite entries");
            assert_eq!(dependent.is_empty(), full, "4");
            assert_eq!(rank_of(&a) == n, full, "5");
            let basis: Vec<Vector> = columns_of(&identity(n));
            let is_basis = are_a_basis_of_the_span(&columns_of(&a), &basis);
            assert_eq!(is_basis, full, "6");
            let reached = basis
                .iter()
                .all(|b| solution_set(&a, b, ZERO).expect("finite entries") != Solutions::None);
            assert_eq!(reached, full, "7, and so 8");
            assert_eq!(inverse(&transpose(&a)).is_ok(), full, "9");
            let det = mlmath::inverse::determinant_by_expansion(&a).expect("a square matrix");
            assert_eq!(det != 0.0, full, "10");
        });
    }

    #[test]
    fn rank_only_rises() {
        let values = of_known_rank().prop_flat_map(|(a, r)| {
            let entry = prop_oneof![Just(-1.0), Just(0.0), Just(1.0), -1.0..1.0];
            matrix_of(a.dim(), entry).prop_map(move |b| (a.clone(), r, b))
        });
        for_all(values, |(a, r, direction)| {
            // 1. What is not 0 in a square part of such integers is at least 1, so
            // changes of 10⁻⁹ are too small to make it 0.
            let near = &a + &(1e-9 * &direction);
            let rank_of_near = mlmath::rank::rank(&near, 1e-14).expect("finite entries");
            assert!(rank_of_near >= r, "{a}\n{near}");
            // 2. For all but a few small t the rank of A with t on the diagonal is full.
            let full = a.nrows().min(a.ncols());
            let ranks = (1..=full + 1).map(|k| {
                let t = k as f64;
                // A·2¹⁰ with t on the diagonal is a multiple of A with t/2¹⁰.
                let mut shifted = 1024.0 * &a;
                shifted.diag_mut().mapv_inplace(|x| x + t);
                rank_by_determinants(&shifted)
            });
            assert_eq!(ranks.max(), Some(full));
        });
    }

    #[test]
    fn exchange() {
        let values = square_of_known_rank().prop_flat_map(|(v, r)| {
            let weights = small_vector(v.ncols());
            weights.prop_map(move |c| (v.clone(), r, c))
        });
        for_all(values, |(v, r, c)| {
            let n = v.ncols();
            if r < n {
                return;
            }
            let u = times(&v, &c);
            for j in 0..n {
                let mut list = v.clone();
                list.column_mut(j).assign(&u);
                assert_eq!(rank_by_determinants(&list) == n, c[j] != 0.0);
            }
        });
    }

    #[test]
    fn steinitz_exchange() {
        let values = (of_known_rank(), any::<u8>()).prop_flat_map(|((v, r), seed)| {
            // Vectors of the span, as combinations.
            let entry = (-2..=2).prop_map(f64::from);
            let weights = matrix_of((v.ncols(), 1 + usize::from(seed) % 4), entry);
            weights.prop_map(move |w| (v.clone(), r, product(&v, &w)))
        });
        for_all(values, |(v, r, u)| {
            let m = u.ncols();
            if rank_by_determinants(&u) < m {
                return;
            }
            // Some k − m of the v are enough beside the u; here even r − m.
            assert!(m <= r && r <= v.ncols());
            let both = ndarray::concatenate![ndarray::Axis(1), u, v];
            let [c, _] = mlmath::rank::rank_factorisation(&both, ZERO).expect("finite entries");
            assert_eq!(c.ncols(), r);
            assert_eq!(c.slice(ndarray::s![.., ..m]), u);
            assert!(are_a_basis_of_the_span(&columns_of(&c), &columns_of(&v)));
        });
    }

    #[test]
    fn dimension_of_a_sum() {
        let values = (1..=4_usize).prop_flat_map(|n| {
            let entry = || (-2..=2).prop_map(f64::from);
            (1..=4_usize, 1..=4_usize).prop_flat_map(move |(k, l)| {
                (matrix_of((n, k), entry()), matrix_of((n, l), entry()))
            })
        });
        for_all(values, |(u, w)| {
            let [dim_u, dim_w] = [&u, &w].map(rank_by_determinants);
            let both = ndarray::concatenate![ndarray::Axis(1), u, w];
            let sum = rank_by_determinants(&both);
            // What both have in common: Ux = −Wy for each (x, y) in the null space.
            let null = null_space(&both, ZERO).expect("finite entries");
            let k = u.ncols();
            let common: Vec<Vector> = null
                .iter()
                .map(|z| times(&u, &z.slice(ndarray::s![..k]).to_owned()))
                // Determinants of such matrices have at most four digits: no entry but 0
                // is as small as this.
                .map(|x| x.mapv(|x| if x.abs() < 1e-9 { 0.0 } else { x }))
                .collect();
            let dim_common = match common.is_empty() {
                true => 0,
                false => mlmath::rank::rank(&columns(&common), 1e-9).expect("finite entries"),
            };
            assert_eq!(sum, dim_u + dim_w - dim_common, "{u}\n{w}");
            for x in &common {
                let with = ndarray::concatenate![
                    ndarray::Axis(1),
                    w,
                    x.view().insert_axis(ndarray::Axis(1))
                ];
                assert_eq!(mlmath::rank::rank(&with, 1e-9), Ok(dim_w));
            }
        });
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn factors_by_elimination() {
        for_all(of_known_rank(), |(a, r)| {
            let [c, rows] = rank_factorisation(&a, ZERO).expect("finite entries");
            let form = reduced_row_echelon(&a, ZERO).expect("finite entries");
            assert_eq!(form.pivots.len(), r);
            for (k, &pivot) in form.pivots.iter().enumerate() {
                assert_eq!(c.column(k), a.column(pivot));
                assert_eq!(rows.row(k), form.matrix.row(k));
            }
        });
    }
}
