//! What the figures of flowers and of the blurred digit claim.

use super::*;
use crate::blurred::{Pixel, pictures};
use crate::flowers::{Flowers, Rule};
use mlmath::data::first_digit;
use mlmath::matrices::{blur, transpose};
use mlmath::matrix_multiplication::matmul;

#[test]
fn both_ways_to_blur_a_digit_lead_to_one_picture() {
    let (x, b) = (first_digit(), blur(8));
    let product = |a: &Matrix, b: &Matrix| matmul(a, b).expect("8×8");
    let [first, across, down, both] = pictures();
    assert_eq!(first, x);
    assert_eq!(across, product(&x, &transpose(&b)));
    assert_eq!(down, product(&b, &x));
    assert_eq!(both, product(&down, &transpose(&b)));
    assert_eq!(both, product(&b, &across));
    let state = blurred_digit(Pixel::default()).state;
    let expected = "Line 4, column 3: 12; across 7, down 11.75, both 7.";
    assert_eq!(state, expected);
}

#[test]
fn one_pixel_is_framed_in_all_four_pictures_with_what_its_blurs_use() {
    for [column, line] in [[3.0, 4.0], [1.0, 8.0], [8.0, 1.0], [5.0, 5.0]] {
        let mut at = Pixel::default();
        at.pixel.at = [column, line];
        let drawing = blurred_digit(at).drawing;
        let panel = drawing.panel(0);
        let values = pictures().map(|picture| picture[[line as usize - 1, column as usize - 1]]);
        let words = panel.words();
        for (name, value) in ["X", "XB⊤", "BX", "BXB⊤"].iter().zip(values) {
            let word = format!("{name}: {}", rounded(value, 4));
            assert!(words.contains(&word), "{word} in {words:?}");
        }
        let frames = panel.rectangles();
        let frames = frames.iter().filter(|frame| frame.colour() == Two);
        // The middles of the frames in each picture, thick ones last.
        let mut middles = vec![Vec::new(); 4];
        for frame in frames {
            let [x, y] = frame.middle();
            let place = usize::from(x > 11.0) + 2 * usize::from(y > 11.0);
            let of_picture = [x, y].map(|at| if at > 11.0 { at - 12.0 } else { at });
            middles[place].push(of_picture);
        }
        let beside = |ways: &[[f64; 2]]| {
            let pixels = ways.iter().map(|[i, j]| [column + i, line + j]);
            let inside = |at: &[f64; 2]| at.iter().all(|k| *k >= 1.0 && *k <= 8.0);
            let mut pixels: Vec<_> = pixels.filter(inside).collect();
            pixels.push([column, line]);
            pixels
        };
        let (across, down) = ([[-1.0, 0.0], [1.0, 0.0]], [[0.0, -1.0], [0.0, 1.0]]);
        let both = [across, down].concat();
        let expected = [&both[..], &down, &across, &[]].map(beside);
        assert_eq!(middles, expected, "{column} {line}");
    }
}

#[test]
fn what_is_ringed_is_what_a_rule_names_wrongly() {
    let flowers = Flowers::new();
    for (rule, right) in [50, 133, 140].into_iter().enumerate() {
        let frame = size_or_shape(Rule { rule });
        let panel = frame.drawing.panel(0);
        let series = panel.points();
        let (rings, species) = series.split_last().expect("rings at the end");
        assert_eq!(rings.points.len(), 150 - right);
        let all: usize = species.iter().map(|cloud| cloud.points.len()).sum();
        assert_eq!(all, 150);
        let arrows = panel.arrows();
        for (arrow, mean) in arrows.iter().zip(flowers.means.columns()) {
            assert_eq!((arrow.start(), arrow.tip()), (ORIGIN, xy(mean)));
        }
        assert!(frame.state.contains(&format!(" {right} of 150")));
        // Each ringed flower is more like another average than its own.
        for ring in &rings.points {
            let x = vector(*ring);
            let score = |mean: Vector| match rule {
                0 => dot(&x, &mean),
                1 => -distance(&x, &mean),
                _ => -angle(&x, &mean).expect("neither is zero"),
            };
            let scores: Vec<f64> = (0..3)
                .map(|j| score(flowers.means.column(j).to_owned()))
                .collect();
            let here = (0..150).filter(|&i| xy(flowers.x.row(i)) == *ring);
            let strangers = here.filter(|&i| {
                let own = scores[flowers.species[i]];
                scores.iter().any(|score| *score > own)
            });
            assert!(strangers.count() > 0, "{ring:?}");
        }
    }
    let first = size_or_shape(Rule::default()).state;
    let expected = "By cosine 140 of 150 are named correctly; by the nearest average 133, by the \
                    dot product 50.";
    assert_eq!(first, expected);
}

#[test]
fn on_a_border_two_averages_are_level_and_the_third_is_behind() {
    let flowers = Flowers::new();
    for (rule, count) in [0, 2, 2].into_iter().enumerate() {
        let (w, b) = flowers.layer(rule);
        let borders = flowers.borders(rule);
        assert_eq!(borders.len(), count, "{rule}: {borders:?}");
        let drawing = size_or_shape(Rule { rule }).drawing;
        let lines = drawing.panel(0).lines();
        let dashed = lines.iter().filter(|line| line.style.dash == Dash::Dashed);
        let drawn: Vec<_> = dashed.map(|line| [line.start(), line.tip()]).collect();
        assert_eq!(drawn, borders);
        for ends in borders {
            let middle = vector(part_of_the_way(ends[0], ends[1], 0.5));
            let scores = (0..3).map(|j| dot(&middle, &w.column(j).to_owned()) + b[j]);
            let mut scores: Vec<f64> = scores.collect();
            scores.sort_by(f64::total_cmp);
            assert!(same(scores[2], scores[1]), "{scores:?}");
            assert!(scores[1] > scores[0] + TOLERANCE, "{scores:?}");
        }
    }
}
