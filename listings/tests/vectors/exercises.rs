//! The computed answers to the exercises of chapter 1.

#[path = "../../exercises/solutions/segment_membership.rs"]
mod solution;

use super::*;

#[test]
fn a_combination_by_hand() {
    let v = [array![1.0, 0.0, -1.0], array![0.0, 2.0, 1.0]];
    let sum = linear_combination(&[2.0, -3.0], &v);
    claims!(sum);
}

#[test]
fn find_the_weights() {
    // The sum of both equations is 3a = 6, and the second one is a + b = 5.
    let a = (1.0 + 5.0) / 3.0;
    let weights = [a, 5.0 - a];
    claims!(weights);
    let v = [array![2.0, 1.0], array![-1.0, 1.0]];
    assert_eq!(linear_combination(&weights, &v), array![1.0, 5.0]);
}

#[test]
fn average_embedding() {
    let v = [
        array![1.0, 0.0, 2.0],
        array![3.0, 2.0, 0.0],
        array![2.0, 4.0, 1.0],
    ];
    let average = linear_combination(&[1.0 / 3.0; 3], &v);
    claims!(average);
}

#[test]
fn norms_by_hand() {
    let x = array![1.0, -2.0, 2.0, 0.0];
    claims!(norm_l1(&x), norm_l2(&x), norm_inf(&x));
}

#[test]
fn a_deciding_unit() {
    // 0.16c² + 0.09 = 0.36, and 0.4c = 0.6.
    let (two, largest) = (0.27_f64.sqrt() / 0.4, 0.6 / 0.4);
    claims!(two, largest);
    let to_b = array![0.0, 0.6];
    let to_a = |c: f64| array![-0.4 * c, 0.3];
    assert_close(norm_l2(&to_a(two)), norm_l2(&to_b), ROUNDING);
    assert_close(norm_inf(&to_a(largest)), norm_inf(&to_b), ROUNDING);
    assert!(norm_l1(&to_a(1.0)) > norm_l1(&to_b));
}

#[test]
fn sum_in_two_orders() {
    let (a, b, c) = (1e16, -1e16, 1.0);
    claims!((a + b) + c, a + (b + c));
}

#[test]
fn kahan_sum_f32() {
    let tenths = vec![0.1_f32; 10_000_000];
    let plain: f32 = tenths.iter().sum();
    let sums = (0..).scan(0.0_f32, |sum, _| {
        *sum += 0.1;
        Some(*sum)
    });
    let crossing = sums.zip(1..).find(|(sum, _)| *sum >= 2.0_f32.powi(19));
    let (sum, terms) = crossing.expect("the sums grow");
    let behind = 0.1 * f64::from(terms) - f64::from(sum);
    claims!(
        plain,
        kahan_sum(tenths),
        behind.round(),
        plain - 1_000_000.0
    );
}

#[test]
fn a_tenth_in_f32_is_added_as_less_and_then_as_more() {
    let [lower, upper] = [17, 19].map(|k| 2.0_f32.powi(k));
    let (mut sum, mut exceptions) = (0.0_f32, Vec::new());
    for _ in 0..10_000_000 {
        let next = sum + 0.1;
        // Exact, since the two are so near each other.
        let added = next - sum;
        if sum >= lower && next <= upper {
            assert_eq!(added, 0.09375, "from {sum}");
        } else if sum >= upper && added != 0.125 {
            exceptions.push(added);
        }
        sum = next;
    }
    assert_eq!(exceptions, [0.0625], "on the way across 2^20");
}

#[test]
fn segment_membership() {
    let (u, v) = (array![1.0, 0.0], array![0.0, 2.0]);
    claims!(point_on_line(&u, &v, 0.25), point_on_line(&u, &v, 2.0));
}

#[test]
fn without_weights_the_place_of_a_point_is_not_answered() {
    for (u, v, p) in [
        ([1.0, 2.0], [2.0, 4.0], [1.0, 1.0]),
        ([0.0, 0.0], [1.0, 2.0], [1.0, 2.0]),
        ([1.0, 0.0], [0.0, 2.0], [f64::NAN, 0.0]),
    ] {
        let [u, v, p] = [u, v, p].map(Vector::from_iter);
        let result = std::panic::catch_unwind(|| solution::segment_membership(&u, &v, &p));
        let panic = result.expect_err("no weights");
        let message = panic.downcast_ref::<String>().expect("a formatted message");
        assert!(message.contains("give p no weights"), "{message}");
    }
}

#[test]
fn nearest_centroid() {
    let iris = iris();
    // How often each species (row) is named as each (column), with the flower
    // itself among those that are averaged, or left out.
    let named = |itself: bool| {
        let mut counts = [[0_usize; 3]; 3];
        for (i, &label) in iris.y.iter().enumerate() {
            let mut sums = Matrix::zeros((3, 4));
            let mut flowers = [0.0; 3];
            for (j, &other) in iris.y.iter().enumerate() {
                if itself || i != j {
                    sums.row_mut(other).scaled_add(1.0, &iris.x.row(j));
                    flowers[other] += 1.0;
                }
            }
            let centroids = Matrix::from_shape_fn((3, 4), |(k, j)| sums[[k, j]] / flowers[k]);
            let flower = iris.x.row(i).to_owned();
            let nearest = nearest_neighbour(&centroids, &flower, norm_l2);
            counts[label][nearest.expect("three centroids").0] += 1;
        }
        counts
    };
    let right = |counts: [[usize; 3]; 3]| counts[0][0] + counts[1][1] + counts[2][2];
    let counts = named(true);
    assert_eq!(counts[0], [50, 0, 0], "no setosa is confused");
    assert_eq!([counts[1][0], counts[2][0]], [0, 0], "nor named wrongly");
    claims!(
        right(counts),
        counts[2][1],
        counts[1][2],
        right(named(false))
    );
}
