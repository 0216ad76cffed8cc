//! The computed answers to the exercises of chapter 3.

#[path = "../../exercises/solutions/matrix_chain.rs"]
mod chain;
#[path = "../../exercises/solutions/squared_distances.rs"]
mod distances;
#[path = "../../exercises/solutions/mean_digits.rs"]
mod means;
#[path = "../../exercises/solutions/seven_products.rs"]
mod seven;

use super::*;
use mlmath::data::digits;
use mlmath::matrices::selection_matrix;

#[test]
fn dot_products_by_hand() {
    let [x, y, z] = [
        array![1.0, 2.0, -1.0],
        array![3.0, 0.0, 2.0],
        array![2.0, -1.0, 0.0],
    ];
    let (u, v) = (array![1.0, 1.0, 0.0], array![0.0, 1.0, 1.0]);
    claims!(
        dot(&x, &y),
        dot(&x, &z),
        dot(&y, &z),
        cosine_similarity(&u, &v).expect("not zero"),
        angle(&u, &v).expect("not zero")
    );
}

#[test]
fn one_product_four_times() {
    let a = array![[1.0, -1.0], [2.0, 0.0], [0.0, 3.0]];
    let b = array![[1.0, 2.0], [3.0, 1.0]];
    let entry = dot(&a.row(0).to_owned(), &b.column(0).to_owned());
    let term = |k| outer(&a.column(k).to_owned(), &b.row(k).to_owned());
    claims!(times(&a, &b), term(0), term(1), entry);
}

#[test]
fn two_parties() {
    let recipes = array![[300.0, 200.0], [200.0, 200.0], [100.0, 200.0]];
    let parties = array![[1.0, 4.0], [2.0, 5.0]];
    let prices = array![[0.1, 1.0, 0.2]];
    let needed = times(&recipes, &parties);
    let of_a_batch = times(&prices, &recipes);
    let costs = times(&of_a_batch, &parties);
    assert_close(times(&prices, &needed), &costs, 1e-12);
    claims!(&needed, of_a_batch.row(0), costs.row(0));
}

#[test]
fn matrix_of_a_function() {
    let f = |x: &Vector| array![2.0 * x[0] - x[2], x[1] + x[2]];
    let g = |y: &Vector| array![y[1], y[0]];
    let of = |map: &dyn Fn(&Vector) -> Vector, n| {
        let images: Vec<Vector> = standard_basis(n).iter().map(map).collect();
        Matrix::from_shape_fn((images[0].len(), n), |(i, j)| images[j][i])
    };
    let (of_f, of_g) = (of(&f, 3), of(&g, 2));
    let both = times(&of_g, &of_f);
    assert_eq!(both, of(&|x| g(&f(x)), 3));
    let doubled = diagonal(&array![2.0, 1.0]);
    let x = array![1.0, 1.0];
    claims!(
        &of_f,
        &of_g,
        &both,
        image(&times(&of_g, &doubled), &x),
        image(&times(&doubled, &of_g), &x)
    );
}

#[test]
fn walks_of_two_steps() {
    let a = array![[0.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]];
    let square = times(&a, &a);
    let cube = times(&a, &square);
    claims!(&square, &cube, trace(&cube).expect("a square matrix"));
    // Counted one by one.
    let links = |i: usize, j: usize| a[[i, j]] == 1.0;
    for (i, j) in (0..3).flat_map(|i| (0..3).map(move |j| (i, j))) {
        let ways = (0..3).filter(|&k| links(i, k) && links(k, j)).count();
        assert_eq!(square[[i, j]], ways as f64);
    }
}

#[test]
fn three_texts() {
    let (note, novel) = (array![3.0, 2.0, 0.0], array![4.0, 3.0, 12.0]);
    let query = array![1.0, 1.0, 0.0];
    let cosine = |text| cosine_similarity(text, &query).expect("neither is zero");
    claims!(
        dot(&note, &query),
        dot(&novel, &query),
        cosine(&note),
        cosine(&novel)
    );
}

#[test]
fn a_turn_by_any_angle() {
    let turn = |alpha: f64| {
        let (sine, cosine) = alpha.sin_cos();
        array![[cosine, -sine], [sine, cosine]]
    };
    let arrow = |r: f64, beta: f64| array![r * beta.cos(), r * beta.sin()];
    for_all((-PI..PI, -PI..PI, 0.0..10.0), |(alpha, beta, r)| {
        let turned = image(&turn(alpha), &arrow(r, beta));
        assert_close(turned, arrow(r, beta + alpha), 1e-13);
        let both = times(&turn(alpha), &turn(beta));
        assert_close(&both, turn(alpha + beta), 1e-14);
        assert_close(both, times(&turn(beta), &turn(alpha)), 1e-15);
    });
    let quarter = array![[0.0, -1.0], [1.0, 0.0]];
    assert_close(turn(PI / 2.0), quarter, 1e-15);
}

/// The product of a chain in each way to place its brackets.
fn bracketed(chain: &[Matrix]) -> Vec<Matrix> {
    if let [only] = chain {
        return vec![only.clone()];
    }
    let mut products = Vec::new();
    for cut in 1..chain.len() {
        let (left, right) = chain.split_at(cut);
        let right = bracketed(right);
        for b in bracketed(left) {
            products.extend(right.iter().map(|c| times(&b, c)));
        }
    }
    products
}

#[test]
fn any_brackets() {
    for_all(factors_of_integers(1..=3), |chain: [Matrix; 5]| {
        let first = chain[0].clone();
        let from_the_left = chain[1..]
            .iter()
            .fold(first, |product, a| times(&product, a));
        let products = bracketed(&chain);
        assert_eq!(products.len(), 14);
        assert!(products.iter().all(|product| *product == from_the_left));
    });
}

#[test]
fn cosine_and_distance() {
    for_all(vectors(1..=8), |[x, y]| {
        if let (Ok(u), Ok(v)) = (unit(&x), unit(&y)) {
            let square = vectors::distance(&u, &v).powi(2);
            assert_close(square, 2.0 - 2.0 * dot(&u, &v), 1e-14);
        }
    });
    let u = array![1.0, 0.0];
    let (far, near) = (array![10.0, 0.0], array![0.0, 0.1]);
    let cosine = |x| cosine_similarity(&u, x).expect("not zero");
    assert!(cosine(&far) > cosine(&near));
    assert!(vectors::distance(&u, &far) > vectors::distance(&u, &near));
}

#[test]
fn scores_grow_with_dimension() {
    for d in 1..=6 {
        let signs = |bits: u32| {
            let entry = |i| if bits >> i & 1 == 1 { 1.0 } else { -1.0 };
            Vector::from_shape_fn(d, entry)
        };
        let all = || (0..1_u32 << d).map(signs);
        let products: Vec<f64> = all()
            .flat_map(|q| all().map(move |k| dot(&q, &k)))
            .collect();
        assert_eq!(products.iter().sum::<f64>(), 0.0);
        let squares: f64 = products.iter().map(|product| product * product).sum();
        assert_eq!(squares / products.len() as f64, d as f64);
    }
}

#[test]
fn a_square_that_is_zero() {
    let a = array![[0.0, 1.0], [0.0, 0.0]];
    assert_eq!(times(&a, &a), Matrix::zeros((2, 2)));
    for_all(matrices_of_integers(1..=4, 1..=4), |[a]| {
        let n = a.nrows().min(a.ncols());
        let square = a.slice(s![..n, ..n]).to_owned();
        let symmetric = symmetric_part(&square).expect("a square matrix");
        let diagonal = times(&symmetric, &symmetric).diag().to_owned();
        let columns = symmetric
            .columns()
            .into_iter()
            .map(|c| dot(&c.to_owned(), &c.to_owned()));
        assert_eq!(diagonal, columns.collect::<Vector>());
    });
}

#[test]
fn frobenius_of_a_product() {
    for_all(factors_of_integers(1..=5), |[a, b]| {
        let (left, right) = (norm_frobenius(&times(&a, &b)), norm_frobenius(&a));
        let bound = right * norm_frobenius(&b);
        assert_at_most(left, bound, 1e-14 * bound);
    });
    for_all(vectors(1..=6), |[x, y]| {
        let a = outer(&y, &x);
        let left = norm_l2(&image(&a, &x));
        let right = norm_frobenius(&a) * norm_l2(&x);
        assert_close(left, right, 1e-14 * right);
    });
}

#[test]
fn what_commutes_with_everything() {
    for_all(matrices_of_integers(1..=3, 1..=3), |[a]| {
        let n = a.nrows().min(a.ncols());
        let a = a.slice(s![..n, ..n]).to_owned();
        let basis = standard_basis(n);
        let pairs = basis
            .iter()
            .flat_map(|e| basis.iter().map(move |f| outer(e, f)));
        let commutes = pairs.into_iter().all(|b| times(&a, &b) == times(&b, &a));
        assert_eq!(commutes, a == scale(a[[0, 0]], &identity(n)));
        let multiple = scale(a[[0, 0]], &identity(n));
        assert_eq!(times(&multiple, &a), times(&a, &multiple));
    });
}

#[test]
fn parallelogram_law() {
    for_all(vectors_of_integers(1..=8), |[x, y]| {
        let square = |x: &Vector| dot(x, x);
        let sides = square(&vectors::add(&x, &y)) + square(&(&x - &y));
        assert_eq!(sides, 2.0 * square(&x) + 2.0 * square(&y));
    });
    let (x, y) = (array![1.0, 0.0], array![0.0, 1.0]);
    for (norm, left) in [
        (vectors::norm_l1 as fn(&Vector) -> f64, 8.0),
        (vectors::norm_inf, 2.0),
    ] {
        let square = |x: Vector| norm(&x).powi(2);
        assert_eq!(square(&x + &y) + square(&x - &y), left);
        assert_eq!(2.0 * square(x.clone()) + 2.0 * square(y.clone()), 4.0);
    }
}

#[test]
fn matrix_chain() {
    let sizes = [50, 10, 40, 30, 5];
    let count = |left, right| multiplications(left, right).expect("they fit");
    let from_the_left: usize = (1..sizes.len() - 1)
        .map(|i| count((sizes[0], sizes[i]), (sizes[i], sizes[i + 1])))
        .sum();
    claims!(chain::matrix_chain(&sizes), from_the_left);
    // The brackets that the solution names.
    let named = count((40, 30), (30, 5)) + count((10, 40), (40, 5)) + count((50, 10), (10, 5));
    assert_eq!(named, chain::matrix_chain(&sizes));
}

/// The mean image of each digit, a column each.
fn mean_images(x: &Matrix, labels: &[usize]) -> Matrix {
    let one_hot = selection_matrix(labels, 10);
    times(&transpose(x), &one_hot) / one_hot.sum_axis(Axis(0))
}

#[test]
fn mean_digits() {
    let digits = digits();
    let (x, labels) = (&digits.x, &digits.y);
    let of_all = mean_images(x, labels);
    let [nearest, dots, cosines] = means::mean_digits(x, labels, &of_all);
    let [dim_nearest, dim_dots, dim_cosines] = means::mean_digits(&(x / 2.0), labels, &of_all);
    assert_eq!((dim_dots, dim_cosines), (dots, cosines));
    // What the dot product calls an 8.
    let scores = times(x, &of_all);
    let largest =
        |row: ndarray::ArrayView1<'_, f64>| (0..10).max_by(|&j, &k| row[j].total_cmp(&row[k]));
    let eights = scores
        .rows()
        .into_iter()
        .filter(|row| largest(*row) == Some(8));
    let greys = of_all.sum_axis(Axis(0));
    let norms = of_all.map_axis(Axis(0), |mean| norm_l2(&mean.to_owned()));
    let brighter: Vec<usize> = (0..10).filter(|&j| greys[j] > greys[8]).collect();
    let longer: Vec<usize> = (0..10).filter(|&j| norms[j] > norms[8]).collect();
    assert_eq!((brighter, longer), (vec![], vec![6]));
    // The means of the first thousand, tried on the others.
    let (known, new) = (x.slice(s![..1000, ..]), x.slice(s![1000.., ..]));
    let of_known = mean_images(&known.to_owned(), &labels[..1000]);
    let tried = means::mean_digits(&new.to_owned(), &labels[1000..], &of_known);
    assert_eq!(new.nrows(), 797);
    claims!(
        nearest,
        dots,
        cosines,
        eights.count(),
        labels.iter().filter(|label| **label == 8).count(),
        greys[8],
        dim_nearest,
        tried[0],
        tried[1],
        tried[2]
    );
}

#[test]
fn squared_distances() {
    let x = array![[1e8], [1e8 + 1.0]];
    let squares = distances::squared_distances(&x);
    assert_eq!(
        vectors::distance(&x.row(0).to_owned(), &x.row(1).to_owned()),
        1.0
    );
    let near = array![[0.7], [0.7 + 1e-9]];
    let square = distances::squared_distances(&near)[[0, 1]];
    let distance = vectors::distance(&near.row(0).to_owned(), &near.row(1).to_owned());
    claims!(squares[[0, 1]], square, distance.powi(2));
    let centred = array![[-0.5], [0.5]];
    assert_eq!(distances::squared_distances(&centred)[[0, 1]], 1.0);
}

#[test]
fn distances_between_irises_agree_with_those_of_chapter_1() {
    let x = iris().x;
    let squares = distances::squared_distances(&x);
    for ((i, j), &square) in squares.indexed_iter() {
        let distance = vectors::distance(&x.row(i).to_owned(), &x.row(j).to_owned());
        assert_close(square, distance.powi(2), 1e-12);
    }
}

#[test]
fn seven_products() {
    let eight = multiplications((1024, 1024), (1024, 1024)).expect("square matrices");
    claims!(7_f64.log2(), 7_usize.pow(10), eight);
    for_all(matrices_of_integers(4..=4, 4..=4), |[a, b]| {
        assert_eq!(seven::seven_products(&a, &b), times(&a, &b));
    });
}
