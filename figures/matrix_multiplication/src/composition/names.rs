//! Where the name of an arrow stands beside its tip: clear of what is drawn.

use drawing::{Area, Label, Panel};

type Point = [f64; 2];

/// Directions from a tip, in the plane's own sense of up.
const AROUND: [Point; 16] = [
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

/// The size of a name, and between points along a line that it should not hide.
const SIZE: f64 = 16.0;
const STEP: f64 = 3.0;

/// What names keep clear of, in page units.
pub struct Taken {
    points: Vec<(Point, f64)>,
    rooms: Vec<Area>,
}

impl Taken {
    pub fn nothing() -> Self {
        Taken {
            points: Vec::new(),
            rooms: Vec::new(),
        }
    }

    /// Adds the lines from corner to corner; the heavier, the worse to hide.
    pub fn lines(&mut self, panel: &Panel, corners: &[Point], weight: f64) {
        for ends in corners.windows(2) {
            let [a, b] = [ends[0], ends[1]].map(|end| panel.page(end));
            let count = ((b[0] - a[0]).hypot(b[1] - a[1]) / STEP).ceil().max(1.0);
            for k in 0..=count as usize {
                let part = k as f64 / count;
                let point = [0, 1].map(|axis| a[axis] + part * (b[axis] - a[axis]));
                self.points.push((point, weight));
            }
        }
    }

    /// Writes a name at the best place around a tip, rather ahead and near, and
    /// keeps later names off it.
    pub fn name(&mut self, panel: &mut Panel, tip: Point, ahead: Point, name: &Label) {
        let at = panel.page(tip);
        let mut best: Option<(f64, Point, f64, Area)> = None;
        for gap in GAPS {
            for direction in AROUND {
                let room = room(at, direction, gap, name.width());
                let off = 1.0 - cosine(direction, ahead);
                let cost = self.cost(panel, &room) + 3.0 * off + gap / 4.0;
                // Of places that are equally good the first, on every machine.
                if best.is_none_or(|(least, ..)| cost < least - 1e-6) {
                    best = Some((cost, direction, gap, room));
                }
            }
        }
        let Some((_, [x, y], gap, room)) = best else {
            return;
        };
        // To the left of a walker who turns right.
        let to = [tip[0] + y, tip[1] - x];
        panel.label_left(tip, to, 0.0, name.clone().gap(gap));
        self.rooms.push(room);
    }

    fn cost(&self, panel: &Panel, room: &Area) -> f64 {
        let frame = panel.area();
        let inside = room.left > frame.left + 4.0
            && room.right < frame.right - 4.0
            && room.top > frame.top + 4.0
            && room.bottom < frame.bottom - 4.0;
        let hides = |[x, y]: Point| {
            (room.left..=room.right).contains(&x) && (room.top..=room.bottom).contains(&y)
        };
        let hidden = self.points.iter().filter(|(point, _)| hides(*point));
        let hidden: f64 = hidden.map(|(_, weight)| weight).sum();
        let meets = |other: &&Area| {
            room.left < other.right
                && other.left < room.right
                && room.top < other.bottom
                && other.top < room.bottom
        };
        let met = self.rooms.iter().filter(meets).count();
        hidden + 1000.0 * (met as f64 + f64::from(u8::from(!inside)))
    }
}

fn cosine(u: Point, v: Point) -> f64 {
    (u[0] * v[0] + u[1] * v[1]) / (u[0].hypot(u[1]) * v[0].hypot(v[1]))
}

/// The room of a name of that width, its index included, with a rim.
fn room(at: Point, [x, y]: Point, gap: f64, width: f64) -> Area {
    let length = x.hypot(y);
    let [dx, dy] = [x / length, -y / length];
    let anchor = at[0] + gap * dx;
    let left = match dx {
        dx if dx > 0.3 => anchor,
        dx if dx < -0.3 => anchor - width,
        _ => anchor - width / 2.0,
    };
    let baseline = at[1] + gap * dy + SIZE * 0.35 * (1.0 + dy);
    Area {
        left: left - 2.0,
        top: baseline - 0.72 * SIZE - 2.0,
        right: left + width + 2.0,
        bottom: baseline + 0.25 * SIZE + 2.0,
    }
}
