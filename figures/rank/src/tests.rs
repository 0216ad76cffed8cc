//! What the figures of chapter 7 claim, read back from what they draw.

use super::*;
use crate::decision::{families, noise, table};
use crate::exchange::{Exchanges, basis_after, coordinates};
use crate::flattened::{Height, vectors};
use crate::lora::{Inner, counts};
use crate::map::{BOTH_WAYS, CIRCLE, STATEMENTS};
use crate::readings::{Reading, factors};
use crate::reports::{Shift, design, means};
use mlmath::data::iris;
use mlmath::inverse::determinant;
use mlmath::matrix_multiplication::matmul;
use mlmath::rank::rank;

#[test]
fn predictions_stand_still_while_the_weights_move() {
    let upright = |t: f64| {
        let drawing = same_predictions(Shift { t }).drawing;
        let lines = drawing.panel(0).lines().into_iter();
        let thick = lines.filter(|line| line.style.width == 3.0);
        thick.map(|line| line.start()[0]).collect::<Vec<_>>()
    };
    let words = |t: f64| same_predictions(Shift { t }).drawing.panel(0).words();
    assert_eq!(upright(0.0).len(), 3);
    for t in [-2.0, 2.0, 6.0] {
        for (x, other) in upright(t).iter().zip(upright(0.0)) {
            assert!((x - other).abs() < 1e-9);
        }
        for number in ["1.462", "4.260", "5.552"] {
            assert!(words(t).iter().any(|word| word == number), "{number}");
        }
    }
    for number in ["2.000", "−0.538", "2.260", "3.552"] {
        assert!(words(2.0).iter().any(|word| word == number), "{number}");
    }
    assert_ne!(words(2.0), words(0.0));
    let iris = iris();
    let lengths = iris.x.column(2).to_owned();
    assert_eq!(design(&iris.y).dim(), (150, 4));
    assert!((means(&lengths, &iris.y)[1] - 4.26).abs() < 1e-12);
}

#[test]
fn the_volume_is_that_of_the_box_and_ends_at_0() {
    for height in [0.0, 0.1, 1.2, 2.0] {
        let volume = determinant(&vectors(height))
            .expect("a square matrix")
            .abs();
        assert!((volume - 6.0 * height).abs() < 1e-12);
        let frame = flattened_box(Height {
            height,
            azimuth: -30.0,
        });
        let is_flat = frame
            .state
            .contains("dependent, with the weights 0.5 and 0.5");
        assert_eq!(is_flat, height == 0.0, "{}", frame.state);
        let expected = if height == 0.0 { "rank 2" } else { "rank 3" };
        assert!(frame.state.contains(expected), "{}", frame.state);
        assert_eq!(frame.drawing.panel(0).arrows().len(), 3);
    }
}

#[test]
fn the_blocks_hold_the_matrix_and_its_factors() {
    let [c, r] = factors();
    assert_eq!(matmul(&c, &r), Ok(four_by_three()));
    let drawing = columns_and_rows(Reading::default()).drawing;
    let blocks = drawing.panel(0).blocks();
    for ((block, _), matrix) in blocks.iter().zip([&four_by_three(), &c, &r]) {
        assert_eq!(block.numbers(), matrix.iter().copied().collect::<Vec<_>>());
    }
    // The marked column of R has the weights, which combine those of C.
    let marked = blocks[2].0.marked_entries();
    assert_eq!(marked, [["1", "−1"]]);
    for read in 0..7 {
        let drawing = columns_and_rows(Reading { read }).drawing;
        let blocks = drawing.panel(0).blocks();
        let numbers = |entries: &[String]| {
            let of = entries.iter().map(|entry| entry.replace('−', "-"));
            of.map(|entry| entry.parse::<f64>().expect("a number"))
                .collect::<Vec<_>>()
        };
        let of = |block: usize| blocks[block].0.marked_entries();
        let whole = numbers(&of(0)[0]);
        let (weights, parts) = if read < 3 {
            (numbers(&of(2)[0]), of(1))
        } else {
            (numbers(&of(1)[0]), of(2))
        };
        let sum = (0..whole.len()).map(|k| {
            let part = |part: usize| weights[part] * numbers(&parts[part])[k];
            part(0) + part(1)
        });
        assert_eq!(sum.collect::<Vec<_>>(), whole, "{read}");
    }
}

#[test]
fn a_cell_stands_for_each_dimension() {
    let drawing = kept_and_lost().drawing;
    let panel = drawing.panel(0);
    assert_eq!(panel.rectangles().len(), 3 + 4);
    assert_eq!(panel.arrows().len(), 3);
    let kept = panel
        .rectangles()
        .into_iter()
        .filter(|cell| cell.colour() == Three);
    assert_eq!(kept.count(), 2 + 2);
}

#[test]
fn the_counts_of_the_update_are_those_of_the_text() {
    assert_eq!(counts(8), [65_536, 16_777_216]);
    assert_eq!(counts(2048)[0], counts(2048)[1]);
    let of = |rank: usize| low_rank_update(Inner { rank }).drawing.panel(0).words();
    for (rank, share) in [(1, "3.125 %"), (2, "25 %"), (3, "50 %"), (4, "100 %")] {
        assert_eq!(of(rank).pop(), Some(format!("trained: {share}")));
    }
    let words = low_rank_update(Inner::default()).drawing.panel(0).words();
    assert!(
        words.iter().any(|word| word == "trained: 0.391 %"),
        "{words:?}"
    );
}

#[test]
fn every_statement_leads_to_every_other() {
    let mut leads = [[false; 11]; 11];
    let both = BOTH_WAYS.into_iter().flat_map(|[a, b]| [[a, b], [b, a]]);
    for [from, to] in CIRCLE.into_iter().chain(both) {
        leads[from][to] = true;
    }
    for k in 1..=10 {
        for i in 1..=10 {
            for j in 1..=10 {
                leads[i][j] |= leads[i][k] && leads[k][j];
            }
        }
    }
    for (i, row) in leads.iter().enumerate().skip(1) {
        assert!(row[1..].iter().all(|leads| *leads), "{i}");
    }
    assert_eq!(STATEMENTS.len(), 10);
    let arrows = proof_map().drawing.panel(0).arrows().len();
    assert_eq!(arrows, CIRCLE.len() + 2 * BOTH_WAYS.len());
}

#[test]
fn a_noisy_copy_counts_where_its_dot_lies_above_the_line() {
    let lengths = iris().x.column(2).to_owned();
    for of in families() {
        for (power, expected) in [(-12, 2), (-11, 3)] {
            let table = table(&lengths, &noise(of), power);
            assert_eq!(rank(&table, 1e-12), Ok(expected));
        }
    }
    let frame = rank_as_a_decision(decision::Tolerance::default());
    let said = "Tolerance 10⁻¹²: rank 3 for noise of 10⁻¹¹ or more.";
    assert_eq!(frame.state, said);
    let dots = frame.drawing.panel(0).points();
    assert_eq!(dots.len(), 4, "above and below, of two families");
}

#[test]
fn each_exchange_puts_out_an_old_vector_and_keeps_a_basis() {
    for entered in 0..=3 {
        let basis = basis_after(entered);
        assert_eq!(basis.iter().filter(|member| member.is_new).count(), entered);
        let table = Matrix::from_shape_fn((3, 3), |(i, j)| basis[j].vector[i]);
        assert_eq!(rank(&table, TOLERANCE), Ok(3));
    }
    let of = |entered: usize, x: Vector| coordinates(&basis_after(entered), &x).to_vec();
    assert_eq!(of(1, array![1.0, 1.0, 1.0]), [1.0, 0.0, 1.0]);
    assert_eq!(of(2, array![0.0, 1.0, 1.0]), [-1.0, 1.0, 1.0]);
    let frame = exchange_steps(Exchanges { entered: 3 });
    assert!(
        frame.state.contains("The basis is u1, u3, u2."),
        "{}",
        frame.state
    );
}
