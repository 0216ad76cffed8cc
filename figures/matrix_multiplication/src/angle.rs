//! The dot product of two vectors of the plane, and the angle between them.

use drawing::prelude::*;
use mlmath::matrix_multiplication::{angle, cosine_similarity, dot};
use mlmath::vectors::{norm_l2, scale};

/// The radius of the arc in a wide angle between long vectors.
const ARC: f64 = 0.9;

/// In an angle of fewer degrees there is no room for its number.
const NARROW: f64 = 25.0;

/// The kinds of angles, and the sign that the dot product has in each.
const KINDS: [(&str, &str); 3] = [("obtuse", "<"), ("right", "="), ("acute", ">")];

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-4.0, 4.0], [-2.0, 3.0]];

parameters! {
    /// What a reader sets.
    pub struct DotAndAngle {
        u: point("$*u*$", PLANE, 0.5, [4.0, 2.0]),
        v: point("$*v*$", PLANE, 0.5, [1.0, 3.0]),
    }
}

/// What the figure shows of two vectors.
struct Pair {
    u: [f64; 2],
    v: [f64; 2],
    product: f64,
    norms: [f64; 2],
    /// The cosine and the angle in degrees, unless a vector is zero.
    turn: Option<[f64; 2]>,
    /// The foot of v on the line of u, unless u is zero.
    foot: Option<[f64; 2]>,
}

impl Pair {
    fn new(u: [f64; 2], v: [f64; 2]) -> Self {
        let [x, y] = [u, v].map(Vector::from_iter);
        let product = dot(&x, &y);
        let turn = cosine_similarity(&x, &y).ok().zip(angle(&x, &y).ok());
        let square = dot(&x, &x);
        let foot = (square > 0.0).then(|| xy(&scale(product / square, &x)));
        Pair {
            u,
            v,
            product,
            norms: [norm_l2(&x), norm_l2(&y)],
            turn: turn.map(|(cosine, angle)| [cosine, tenth(angle.to_degrees())]),
            foot,
        }
    }

    /// The place of the kind of the angle among [`KINDS`].
    fn kind(&self) -> usize {
        match self.product {
            product if product < 0.0 => 0,
            product if product > 0.0 => 2,
            _ => 1,
        }
    }

    /// The product by its definition: `4 · 1 + 2 · 3 = 10`.
    fn sum(&self) -> String {
        let term = |k: usize| format!("{} · {}", factor(self.u[k]), factor(self.v[k]));
        format!("{} + {} = {}", term(0), term(1), decimal(self.product))
    }

    /// The length of the shadow, negative where it lies against u.
    fn shadow(&self) -> Option<f64> {
        self.foot.map(|_| self.product / self.norms[0])
    }
}

/// Degrees to one decimal.
fn tenth(degrees: f64) -> f64 {
    (10.0 * degrees).round() / 10.0
}

/// Two vectors, their dot product, their angle, and the shadow of one on the
/// line of the other.
pub fn dot_and_angle(at: DotAndAngle) -> Frame {
    let shown = Pair::new(at.u.at, at.v.at);
    let (kind, _) = KINDS[shown.kind()];
    let state = match shown.turn {
        Some([_, degrees]) => format!(
            "uᵀv = {}, and the angle is {kind}: {}°.",
            shown.sum(),
            decimal(degrees)
        ),
        None => format!(
            "uᵀv = {}. The vector 0 is orthogonal to every vector and has no angle to any.",
            shown.sum()
        ),
    };
    let shadow = match (shown.foot, shown.shadow()) {
        (Some(foot), Some(length)) => format!(
            " A dashed line falls from the tip of v on the line of u at a right angle. It ends at \
             {}, which cuts off a thick stretch, the shadow of v, of the length {}{}.",
            pair(foot),
            decimal(length.abs()),
            if length < 0.0 {
                ", on the other side of the origin than u"
            } else {
                ""
            }
        ),
        _ => String::new(),
    };
    let measures = match shown.turn {
        Some([cosine, degrees]) => format!(
            " The angle between them is {}°, its cosine {}.",
            decimal(degrees),
            rounded(cosine, 4)
        ),
        None => String::new(),
    };
    let framed = match shown.turn {
        Some(_) => format!("The box {kind} is framed."),
        None => "None is framed: the vector 0 has no angle.".into(),
    };
    Frame::new(
        "The dot product and the angle of two vectors",
        Drawing::panels(
            1,
            vec![in_the_plane(&shown, [at.u, at.v]), in_numbers(&shown)],
        ),
    )
    .describe(format!(
        "The plane with the arrows u = {} and v = {} from the origin, of the lengths {} and \
         {}.{measures}{shadow} Below stands uᵀv = {}, and three boxes: obtuse for a product < 0, \
         right for 0, acute for > 0. {framed}",
        pair(shown.u),
        pair(shown.v),
        decimal(shown.norms[0]),
        decimal(shown.norms[1]),
        shown.sum(),
    ))
    .state(state)
}

fn in_the_plane(shown: &Pair, handles: [Handle; 2]) -> Panel {
    let &Pair { u, v, .. } = shown;
    let mut panel = Panel::plane(WIDTH, [-4.7, 4.7], [-3.3, 4.1]);
    panel.plane_axes("", "");
    if let Some(foot) = shown.foot {
        let ink = Ink.width(1.5);
        panel.line_through(ORIGIN, u, &ink.opacity(0.5).dotted());
        let shadow = Three.width(11.0).opacity(0.5);
        panel.segment(ORIGIN, foot, &shadow);
        if distance(v, foot) > 1e-9 {
            panel.segment(v, foot, &ink.dashed());
            // Towards u, or back where the foot is its tip.
            let along = if distance(foot, u) > 0.5 { u } else { ORIGIN };
            if shown.product != 0.0 && distance(v, foot) > 0.4 && distance(along, foot) > 0.1 {
                panel.right_angle(foot, along, v, 11.0);
            }
        }
    }
    arc(&mut panel, shown);
    panel.arrow(ORIGIN, u, One.width(3.5));
    panel.arrow(ORIGIN, v, Two.width(3.5));
    panel.handle(handles[0], One);
    panel.handle(handles[1], Two);
    // Names stand outside the angle.
    let [u_name, v_name] =
        [("$*u*$", One), ("$*v*$", Two)].map(|(name, colour)| colour.label(name).size(20.0));
    if u[0] * v[1] - u[1] * v[0] >= 0.0 {
        panel.label_right(ORIGIN, u, 0.8, u_name);
        panel.label_left(ORIGIN, v, 0.8, v_name);
    } else {
        panel.label_left(ORIGIN, u, 0.8, u_name);
        panel.label_right(ORIGIN, v, 0.8, v_name);
    }
    panel
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    f64::hypot(a[0] - b[0], a[1] - b[1])
}

/// The arc of the angle with its degrees, or the square of a right angle.
fn arc(panel: &mut Panel, shown: &Pair) {
    let &Pair { u, v, .. } = shown;
    let Some([_, degrees]) = shown.turn else {
        return;
    };
    if degrees == 0.0 {
        return;
    }
    let start = u[1].atan2(u[0]);
    let turn = f64::atan2(u[0] * v[1] - u[1] * v[0], shown.product);
    let shorter = shown.norms[0].min(shown.norms[1]);
    let radius = ARC.min(0.6 * shorter).max(0.35);
    let on_arc = |part: f64| {
        let angle = start + part * turn;
        [radius * angle.cos(), radius * angle.sin()]
    };
    if shown.product == 0.0 {
        panel.right_angle(ORIGIN, u, v, 17.0);
    } else {
        let line: Vec<_> = (0..=32).map(|k| on_arc(f64::from(k) / 32.0)).collect();
        panel.polyline(&line, Ink.width(2.0));
    }
    if degrees < NARROW {
        return;
    }
    // To the left of a walker whose left is outward.
    let [x, y] = on_arc(0.5);
    let name = Label::new(format!("${}°$", decimal(degrees))).large();
    panel.label_left([x, y], [x + y, y - x], 0.0, name.gap(11.0));
}

/// The product in numbers, and the kind of the angle that its sign gives.
fn in_numbers(shown: &Pair) -> Panel {
    let mut panel = Panel::sheet(WIDTH, 136.0);
    let [of_u, of_v] = shown.norms.map(decimal);
    let mut lengths = format!("$‖*u*‖ = {of_u}$, $‖*v*‖ = {of_v}$");
    if let Some([cosine, degrees]) = shown.turn {
        let [cosine, degrees] = [rounded(cosine, 4), rounded(degrees, 1)];
        lengths += &format!(", cos $θ = {cosine}$, $θ = {degrees}°$");
    }
    let shadow = match shown.shadow() {
        Some(length) => {
            let against = if length < 0.0 { ", against $*u*$" } else { "" };
            format!(
                "shadow of $*v*$ on the line of $*u*$: ${}${against}",
                decimal(length.abs())
            )
        }
        None => "no line, so no shadow of $*v*$ on it".into(),
    };
    let lines = vec![
        Label::new(format!("$*u*^⊤*v* = {}$", shown.sum())).large(),
        lengths.into(),
        Three.label(shadow),
    ];
    panel.lines_of_text([WIDTH / 2.0, 42.0], Centre, 26.0, lines);
    let [wide, gap, top, bottom] = [156.0, 14.0, 96.0, 132.0];
    for (k, (kind, sign)) in KINDS.into_iter().enumerate() {
        let middle = WIDTH / 2.0 + (k as f64 - 1.0) * (wide + gap);
        let label = Label::new(format!("{kind}: $*u*^⊤*v* {sign} 0$")).bare();
        let (style, label) = if shown.turn.is_some() && k == shown.kind() {
            let framed = Four.width(3.0).filled(0.14);
            (framed, label.heavy())
        } else {
            (Ink.width(1.0).opacity(0.4), label)
        };
        let [left, right] = [-0.5, 0.5].map(|side| middle + side * wide);
        panel.rectangle([left, top], [right, bottom], 6.0, &style);
        panel.label([middle, (top + bottom) / 2.0], Centre, label);
    }
    panel
}
