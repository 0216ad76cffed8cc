//! What is left of right angles: three ways to orthogonalise.

use drawing::prelude::*;
use mlmath::inverse::gram;
use mlmath::matrices::identity;
use mlmath::projections::{GramSchmidt, Qr, gram_schmidt};

/// The powers of ten of ε.
const EXPONENTS: std::ops::RangeInclusive<i32> = -8..=-1;

/// A row of ones above a diagonal of ε.
pub fn laeuchli(epsilon: f64) -> Matrix {
    Matrix::from_shape_fn((4, 3), |(i, j)| match i {
        0 => 1.0,
        i if i == j + 1 => epsilon,
        _ => 0.0,
    })
}

/// The largest entry of QᵀQ − I.
pub fn lost(q: &Matrix) -> f64 {
    let apart = gram(q) - identity(q.ncols());
    apart.iter().fold(0.0, |most, d| d.abs().max(most))
}

/// The same for the three ways: classical, modified, Householder.
pub fn ways(a: &Matrix) -> [f64; 3] {
    let by = |way| gram_schmidt(a, way).expect("independent columns").0;
    let turned = Qr::new(a)
        .and_then(|qr| qr.q())
        .expect("independent columns");
    [
        by(GramSchmidt::Classical),
        by(GramSchmidt::Modified),
        turned,
    ]
    .map(|q| lost(&q))
}

/// The loss of right angles for Läuchli's matrix.
pub fn lost_right_angles() -> Frame {
    let all: Vec<(f64, [f64; 3])> = EXPONENTS
        .map(|e| (f64::from(e), ways(&laeuchli(10.0_f64.powi(e)))))
        .collect();
    // Where all is right to the last digit, there is no logarithm.
    let series = |k: usize| {
        let power = |lost: f64| lost.max(1e-17).log10();
        all.iter()
            .map(|(e, lost)| [-e, power(lost[k])])
            .collect::<Vec<_>>()
    };
    let mut panel = Panel::chart(WIDTH, 340.0, [0.5, 8.5], [-18.0, 1.5]);
    panel.chart_axes(
        "digits $k$ that the columns share, $ε = 10^{-k}$",
        "power of ten",
    );
    let looks = [
        (Circle, Two, "classical"),
        (Square, One, "modified"),
        (Triangle, Three, "Householder"),
    ];
    for (k, (marker, colour, _)) in looks.into_iter().enumerate() {
        let points = series(k);
        panel.polyline(&points, colour.width(1.75));
        panel.scatter(&points, marker, 5.0, colour.full());
    }
    let entries =
        looks.map(|(marker, colour, name)| (Key::Point(marker, 5.0, colour.full()), name));
    panel.legend([0.9, 0.6], entries);
    let said = |k: usize| {
        let chosen = all.iter().filter(|(e, _)| [-2.0, -5.0, -8.0].contains(e));
        joined(
            chosen.map(|(e, lost)| {
                format!(
                    "10{} for ε = 10{}",
                    raised(lost[k].log10().round()),
                    raised(e)
                )
            }),
            ", ",
        )
    };
    Frame::new("What is left of right angles", panel).describe(format!(
        "A chart of the largest entry of QᵀQ − I, as a power of ten, over the digits k that the \
         columns of Läuchli's matrix share, from 1 to 8. Circles, the classical way, rise by about two \
         powers for each digit until nothing is right: {}. Squares, the modified way, rise by about one: \
         {}. Triangles, Householder's reflections, stay level near 10⁻¹⁶.",
        said(0),
        said(1)
    ))
}
