//! Three vectors, and the box that they span, pressed flat.

use drawing::prelude::*;
use mlmath::inverse::determinant;
use mlmath::rank::{dependencies, rank};

/// The first two vectors; the third ends at this height above half their sum.
const FLOOR: [[f64; 3]; 2] = [[3.0, 0.0, 0.0], [0.0, 2.0, 0.0]];

/// The box that is seen.
const SEEN: [[f64; 2]; 3] = [[-0.5, 5.0], [-1.5, 3.5], [0.0, 2.5]];

/// How many degrees above the floor the eye is.
const ELEVATION: f64 = 22.0;

const COLOURS: [Colour; 3] = [One, Two, Three];

parameters! {
    /// How high the third vector ends, and from where it is seen.
    pub struct Height {
        height: slider("height of $*v*_3$", [0.0, 2.0], 0.1, 1.5),
        azimuth: slider("azimuth", [-90.0, 0.0], 5.0, -30.0).unit("°"),
    }
}

/// The three vectors, as columns.
pub fn vectors(height: f64) -> Matrix {
    let [u, v] = FLOOR;
    let w = [0, 1, 2].map(|k| (u[k] + v[k]) / 2.0);
    array![
        [u[0], v[0], w[0]],
        [u[1], v[1], w[1]],
        [u[2], v[2], w[2] + height]
    ]
}

/// Three vectors and the box that they span.
pub fn flattened_box(Height { height, azimuth }: Height) -> Frame {
    let a = vectors(height);
    let volume = determinant(&a).expect("three numbers each").abs();
    let rank = rank(&a, TOLERANCE).expect("finite numbers");
    let camera = Camera::new(azimuth, ELEVATION);
    let space = Space::new(camera, SEEN);
    // From 45° a box takes the most room.
    let widest = Space::new(Camera::new(-45.0, ELEVATION), SEEN);
    let mut panel = widest.panel(WIDTH);
    space.floor(&mut panel, ["$x_1$", "$x_2$", "$x_3$"]);

    // The corner that takes the vectors with these weights.
    let corner =
        |weights: [f64; 3]| [0, 1, 2].map(|i| (0..3).map(|j| a[[i, j]] * weights[j]).sum::<f64>());
    let faces = (0..3).flat_map(|k| [0.0, 1.0].map(|level| (k, level)));
    let faces = faces.map(|(k, level)| {
        let corners = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]].map(|[p, q]| {
            let mut weights = [level; 3];
            weights[(k + 1) % 3] = p;
            weights[(k + 2) % 3] = q;
            corner(weights)
        });
        (k, corners)
    });
    let nearness = |(_, corners): &(usize, [[f64; 3]; 4])| {
        corners.iter().map(|&p| camera.nearness(p)).sum::<f64>()
    };
    for (k, corners) in sort_up_to_tolerance(faces.collect(), nearness) {
        // A face is between two vectors; the floor's is darker.
        let fill = if k == 2 { 0.16 } else { 0.08 };
        space.polygon(&mut panel, &corners, Six.width(1.25).filled(fill));
    }
    let units = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for (k, unit) in units.into_iter().enumerate() {
        let (tip, colour) = (corner(unit), COLOURS[k]);
        space.arrow(&mut panel, [0.0; 3], tip, colour.width(4.0));
    }
    for (k, unit) in units.into_iter().enumerate() {
        let name = COLOURS[k].name(format!("$*v*_{}$", k + 1));
        let place = [South, South, North][k];
        space.label(&mut panel, corner(unit), place, name);
    }

    let outcome = match dependencies(&a, TOLERANCE).expect("finite numbers").first() {
        None => String::from("independent"),
        Some(found) => {
            let weights = found.terms.iter().map(|&(_, weight)| decimal(weight));
            format!("dependent, with the weights {}", joined(weights, " and "))
        }
    };
    let state = format!(
        "Height {}: volume {}, rank {rank}, {outcome}.",
        decimal(height),
        decimal(volume)
    );
    Frame::new("A box pressed flat", panel)
        .describe(format!(
            "A box in space with slanted sides, spanned by three arrows from the origin: v1 and v2 \
             on the floor, v3 above half their sum. The volume is the size of their determinant. \
             {state} Seen from the azimuth {}°, {ELEVATION}° above the floor.",
            decimal(azimuth)
        ))
        .state(format!("{state} Seen from {}°.", decimal(azimuth)))
}
