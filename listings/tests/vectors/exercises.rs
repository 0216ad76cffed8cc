//! The computed answers to the exercises of chapter 1.

#[path = "../../exercises/solutions/segment_membership.rs"]
mod solution;

use super::*;

#[test]
fn a_combination_by_hand() {
    let v = [array![1.0, 0.0, -1.0], array![0.0, 2.0, 1.0]];
    let sum = linear_combination(&[2.0, -3.0], &v);
    claim("a-combination-by-hand", "(2, -6, -5)", sum);
}

#[test]
fn find_the_weights() {
    // The sum of both equations is 3a = 6, and the second one is a + b = 5.
    let a = (1.0 + 5.0) / 3.0;
    let weights = [a, 5.0 - a];
    claim("find-the-weights", "(2, 3)", weights);
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
    claim("average-embedding", "(2, 2, 1)", average);
}

#[test]
fn norms_by_hand() {
    let x = array![1.0, -2.0, 2.0, 0.0];
    claim("norms-by-hand", "5", norm_l1(&x));
    claim("norms-by-hand", "3", norm_l2(&x));
    claim("norms-by-hand", "2", norm_inf(&x));
}

#[test]
fn sum_in_two_orders() {
    let (a, b, c) = (1e16, -1e16, 1.0);
    claim("sum-in-two-orders", "1", (a + b) + c);
    claim("sum-in-two-orders", "0", a + (b + c));
}

#[test]
fn kahan_sum_f32() {
    let tenths = vec![0.1_f32; 10_000_000];
    let plain: f32 = tenths.iter().sum();
    claim("kahan-sum-f32", r"1\,087\,937", plain);
    claim("kahan-sum-f32", r"87\,937", plain - 1_000_000.0);
    claim("kahan-sum-f32", r"1\,000\,000", kahan_sum(tenths));

    let sums = (0..).scan(0.0_f32, |sum, _| {
        *sum += 0.1;
        Some(*sum)
    });
    let crossing = sums.zip(1..).find(|(sum, _)| *sum >= 2.0_f32.powi(19));
    let (sum, terms) = crossing.expect("the sums grow");
    let behind = 0.1 * f64::from(terms) - f64::from(sum);
    claim("kahan-sum-f32", r"24\,793", behind.round());
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
    claim(
        "segment-membership",
        "(0.75, 0.50)",
        point_on_line(&u, &v, 0.25),
    );
    claim("segment-membership", "(-1, 4)", point_on_line(&u, &v, 2.0));
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
    claim("nearest-centroid", "139", right(counts));
    claim("nearest-centroid", "7", counts[2][1]);
    claim("nearest-centroid", "4", counts[1][2]);
    assert_eq!(counts[0], [50, 0, 0], "no setosa is confused");
    assert_eq!([counts[1][0], counts[2][0]], [0, 0], "nor named wrongly");
    claim("nearest-centroid", "138", right(named(false)));
}
