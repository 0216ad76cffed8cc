//! Up to which tolerance a noisy copy of a column counts as a third one.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::rank::rank;

/// The sizes of the noise, as powers of ten.
const NOISE: std::ops::RangeInclusive<i32> = -16..=-6;

/// What is drawn, in powers of ten: the range across and up.
const SEEN: [[f64; 2]; 2] = [[-16.6, -5.4], [-18.0, -5.0]];

/// Halvings of the range of tolerances: to a fiftieth of a power of ten.
const HALVINGS: usize = 10;

parameters! {
    /// The tolerance, as a power of ten.
    pub struct Tolerance {
        power: slider("power of ten of the tolerance", [-15.0, -7.0], 0.5, -12.0),
    }
}

/// Noise without chance: the part of multiples of a number behind the point,
/// less ½.
pub fn noise(of: f64) -> Vector {
    Vector::from_shape_fn(150, |i| ((i + 1) as f64 * of).fract() - 0.5)
}

/// Half of √5 − 1, and √2.
pub fn families() -> [f64; 2] {
    [(5.0_f64.sqrt() - 1.0) / 2.0, 2.0_f64.sqrt()]
}

/// The three columns: 1, petal lengths in cm, and in inches with noise.
pub fn table(lengths: &Vector, noise: &Vector, power: i32) -> Matrix {
    let size = 10.0_f64.powi(power);
    Matrix::from_shape_fn((lengths.len(), 3), |(i, j)| match j {
        0 => 1.0,
        1 => lengths[i],
        _ => lengths[i] / 2.54 + size * noise[i],
    })
}

/// The power of ten up to which the tolerance finds rank 3, if any does.
fn most(table: &Matrix) -> Option<f64> {
    let is_3 = |power: f64| rank(table, 10.0_f64.powf(power)) == Ok(3);
    let [mut low, mut high] = SEEN[1];
    if !is_3(low) {
        return None;
    }
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        match is_3(middle) {
            true => low = middle,
            false => high = middle,
        }
    }
    Some((low + high) / 2.0)
}

/// For each size of noise up to which tolerance the rank is 3.
pub fn rank_as_a_decision(Tolerance { power }: Tolerance) -> Frame {
    let lengths = iris().x.column(2).to_owned();
    let found = families().map(|of| {
        let noise = noise(of);
        let at = |size: i32| {
            let most = most(&table(&lengths, &noise, size))?;
            Some([f64::from(size), most])
        };
        NOISE.filter_map(at).collect::<Vec<_>>()
    });
    let [x, y] = SEEN;
    let mut panel = Panel::chart(WIDTH, 330.0, x, y);
    panel.chart_axes("power of ten of the noise", "power of ten of the tolerance");
    panel.polygon(
        &[[x[0], power], [x[1], power], [x[1], y[1]], [x[0], y[1]]],
        Three.area(0.1),
    );
    panel.segment([x[0], power], [x[1], power], Ink.width(2.5));
    for (series, (marker, colour)) in found.iter().zip([(Circle, One), (Square, Two)]) {
        let (above, below): (Vec<_>, Vec<[f64; 2]>) =
            series.iter().copied().partition(|at| at[1] > power);
        panel.scatter(&above, marker, 6.0, colour.width(1.5).filled(0.9));
        panel.scatter(&below, marker, 6.0, colour.width(1.75));
    }
    let line = format!("tolerance $10^{{{}}}$", decimal(power));
    // Where there are no dots: low on the right, high on the left.
    let (end, place) = if power < -11.0 {
        (x[1], NorthWest)
    } else {
        (x[0], NorthEast)
    };
    panel.label([end, power], place, line);
    let entries = [
        (
            Key::Point(Circle, 6.0, One.width(1.5).filled(0.9)),
            "noise from $φ$",
        ),
        (
            Key::Point(Square, 6.0, Two.width(1.5).filled(0.9)),
            "noise from $√2$",
        ),
    ];
    panel.legend([-9.6, -15.4], entries);

    let of = |series: &Vec<[f64; 2]>, rank_3: bool| {
        let those = series.iter().filter(|at| (at[1] > power) == rank_3);
        those.map(|at| at[0]).collect::<Vec<_>>()
    };
    let least = of(&found[0], true).into_iter().reduce(f64::min);
    let outcome = match least {
        Some(size) => format!(
            "rank 3 for noise of 10{} or more",
            raised(decimal_power(size))
        ),
        None => "rank 2 whatever the noise".into(),
    };
    let written = match power.fract() == 0.0 {
        true => format!("10{}", raised(decimal_power(power))),
        false => format!("10 to the power {}", decimal(power)),
    };
    let state = format!("Tolerance {written}: {outcome}.");
    let all = joined(
        found[0]
            .iter()
            .map(|at| format!("{} for {}", rounded(at[1], 1), decimal(at[0]))),
        ", ",
    );
    Frame::new("The rank of a noisy copy is a decision", panel)
        .describe(format!(
            "A chart of powers of ten. Across, the size of noise that is added to petal lengths in \
             inches; up, the largest tolerance for which 1, cm and inches have rank 3: {all}. Two \
             families of noise, discs and squares, agree. A level line is the tolerance; what \
             lies above it is filled. {state}"
        ))
        .state(state)
}

/// A whole power of ten.
fn decimal_power(power: f64) -> i32 {
    power.round() as i32
}
