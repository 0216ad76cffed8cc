//! A flower that a reader drags among the 150.

use drawing::prelude::*;
use figures_vectors::flowers::{LOOKS, YOURS, all_petals, petal, petals, your_flower};
use mlmath::data::iris;
use mlmath::vectors::distance;

/// The window: a petal begins at its left edge.
const WINDOW: [[f64; 2]; 2] = [[0.0, 7.3], [-0.1, 2.8]];

/// How many petals light up.
const NEAREST: usize = 3;

parameters! {
    /// A reader's petal.
    pub struct Petal {
        flower: point("your flower", YOURS, 0.1, [5.1, 0.9]),
    }
}

/// The three petals that are nearest to a reader's, and what they tell.
pub fn nearest_petals(Petal { flower }: Petal) -> Frame {
    let (iris, yours) = (iris(), vector(flower));
    let petals = petals(&iris);
    let far = |i: usize| distance(&petals.row(i).to_owned(), &yours);
    // Measured in tenths, petals are often equally near, whatever rounding says.
    let mut nearest = sort_up_to_tolerance((0..iris.y.len()).collect(), |&i| far(i));
    nearest.truncate(NEAREST);

    let mut panel = Panel::equal_chart(WIDTH, WINDOW[0], WINDOW[1]);
    let [length, width] = flower.at;
    let outline = petal([0.0, width / 2.0], length, width);
    panel.polygon(&outline, LOOKS[iris.y[nearest[0]]].2.filled(0.15));
    all_petals(&mut panel, &iris, [0.15, 2.75]);
    for &i in &nearest {
        panel.segment(flower, petals.row(i), Ink.width(1.25));
        panel.ring(petals.row(i), 9.0, Ink);
    }
    your_flower(&mut panel, flower);

    let of = |species: usize| nearest.iter().filter(|&&i| iris.y[i] == species).count();
    let counts = (0..iris.species.len()).filter(|&species| of(species) > 0);
    let counts = counts.map(|species| format!("{} {}", of(species), iris.species[species]));
    let state = format!(
        "Petal {} cm by {} cm: the nearest is a {}, {} cm away; of the three nearest {}.",
        decimal(length),
        decimal(width),
        iris.species[iris.y[nearest[0]]],
        decimal(far(nearest[0])),
        joined(counts, ", ")
    );
    let at = nearest.iter().map(|&i| pair(petals.row(i)));
    let clouds = LOOKS.iter().zip(iris.species);
    let clouds = clouds.map(|((_, plural, _), name)| format!("{name} ({plural})"));
    Frame::new("Your petal and the three that are nearest", panel)
        .describe(format!(
            "The petals of {} irises by length and width in cm, in three clouds from the lower left \
             to the upper right: {}. A star marks your flower, and its petal, drawn to scale, lies \
             between the axes and the star. The three petals nearest to it, at {}, are ringed and \
             joined to it. {state}",
            iris.y.len(),
            joined(clouds, ", "),
            joined(at, ", ")
        ))
        .state(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_petal_is_nearer_than_the_three_that_are_ringed() {
        let frame = nearest_petals(Petal::default());
        let (mut flowers, mut rings) = (Vec::new(), Vec::new());
        for series in frame.drawing.panel(0).points() {
            match (series.marker, series.points.len()) {
                (_, 50) => flowers.extend(all_xy(&series.points)),
                (Star, 1) => assert_eq!(series.points, [[5.1, 0.9]]),
                _ => rings.extend(all_xy(&series.points)),
            }
        }
        assert_eq!(rings, [[4.7, 1.2], [4.8, 1.4], [5.1, 1.5]]);
        let yours = array![5.1, 0.9];
        let far = |x: &[f64; 2]| distance(&vector(*x), &yours);
        let farthest = rings.iter().map(far).fold(0.0, f64::max);
        let within = flowers.iter().filter(|x| far(x) < farthest + TOLERANCE);
        assert_eq!((flowers.len(), within.count()), (150, NEAREST));
        let said = "the nearest is a versicolor, 0.5 cm away; of the three nearest 2 versicolor, \
                    1 virginica.";
        assert!(frame.state.ends_with(said), "{}", frame.state);
    }

    #[test]
    fn the_petal_is_as_long_and_as_wide_as_the_star_says() {
        let frame = nearest_petals(Petal::default());
        let outline = &frame.drawing.panel(0).polygons()[0].points;
        let extent = |k: usize| {
            let all = outline.iter().map(|x| x[k]);
            let (low, high) = (all.clone().fold(9.0, f64::min), all.fold(0.0, f64::max));
            [low, high].map(|x| (1e6 * x).round() / 1e6)
        };
        assert_eq!([extent(0), extent(1)], [[0.0, 5.1], [0.0, 0.9]]);
    }
}
