//! Where the name of an arrow stands beside its tip: clear of what is drawn.

use drawing::Area;
use drawing::prelude::*;
use mlmath::matrix_multiplication::cosine_similarity;

/// Directions from a tip, in the plane's own sense of up.
const AROUND: [[f64; 2]; 16] = [
    [2.0, 0.0],
    [2.0, 1.0],
    [1.0, 1.0],
    [1.0, 2.0],
    [0.0, 2.0],
    [-1.0, 2.0],
    [-1.0, 1.0],
    [-2.0, 1.0],
    [-2.0, 0.0],
    [-2.0, -1.0],
    [-1.0, -1.0],
    [-1.0, -2.0],
    [0.0, -2.0],
    [1.0, -2.0],
    [1.0, -1.0],
    [2.0, -1.0],
];

/// Distances from a tip, in page units.
const GAPS: [f64; 3] = [8.0, 15.0, 24.0];

/// Between points along a line that a name should not hide.
const STEP: f64 = 3.0;

/// What names keep clear of, in page units: points of lines, the heavier, the
/// worse to hide, and the rooms of other names.
#[derive(Default)]
pub struct Taken {
    pub points: Vec<([f64; 2], f64)>,
    pub rooms: Vec<Area>,
}

impl Taken {
    /// Adds the lines from corner to corner.
    pub fn lines(&mut self, panel: &Panel, corners: &[[f64; 2]], weight: f64) {
        for ends in corners.windows(2) {
            let [a, b] = [ends[0], ends[1]].map(|end| panel.page(end));
            let count = ((b[0] - a[0]).hypot(b[1] - a[1]) / STEP).ceil().max(1.0);
            let parts = (0..=count as usize).map(|k| k as f64 / count);
            let points = parts.map(|part| (part_of_the_way(a, b, part), weight));
            self.points.extend(points);
        }
    }

    /// Writes a name at the best place around a tip, rather ahead and near, and
    /// keeps later names off it.
    pub fn name(&mut self, panel: &mut Panel, tip: [f64; 2], ahead: [f64; 2], name: Label) {
        let at = panel.page(tip);
        let places = GAPS
            .into_iter()
            .flat_map(|gap| AROUND.map(|way| (gap, way)));
        let best = first_least(places, |&(gap, way)| {
            let along = cosine_similarity(&vector(way), &vector(ahead));
            let off = 1.0 - along.expect("two directions");
            let room = room(at, way, &name.clone().gap(gap));
            self.cost(panel, &room) + 3.0 * off + gap / 4.0
        });
        let Some((gap, [x, y])) = best else { return };
        let name = name.gap(gap);
        self.rooms.push(room(at, [x, y], &name));
        // To the left of a walker who turns right.
        panel.label_left(tip, [tip[0] + y, tip[1] - x], 0.0, name);
    }

    fn cost(&self, panel: &Panel, room: &Area) -> f64 {
        let frame = panel.area();
        let inside = room.left > frame.left + 4.0
            && room.right < frame.right - 4.0
            && room.top > frame.top + 4.0
            && room.bottom < frame.bottom - 4.0;
        let hidden = self.points.iter().filter(|(point, _)| hides(room, *point));
        let hidden: f64 = hidden.map(|(_, weight)| weight).sum();
        let met = self.rooms.iter().filter(|other| other.meets(room)).count();
        hidden + 1000.0 * (met as f64 + f64::from(u8::from(!inside)))
    }
}

/// Whether a point is in a room.
pub fn hides(room: &Area, [x, y]: [f64; 2]) -> bool {
    (room.left..=room.right).contains(&x) && (room.top..=room.bottom).contains(&y)
}

/// The room of a name in a direction from a point, its index included, with a
/// rim.
fn room(at: [f64; 2], [x, y]: [f64; 2], name: &Label) -> Area {
    let room = name.room(at, [x, -y], 1.0);
    Area {
        left: room.left - 2.0,
        top: room.top - 2.0,
        right: room.right + 2.0,
        bottom: room.bottom + 6.0,
    }
}
