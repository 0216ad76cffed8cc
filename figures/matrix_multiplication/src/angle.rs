//! The dot product of two vectors of the plane, and the angle between them.

use drawing::prelude::*;
use mlmath::matrix_multiplication::{angle, cosine_similarity, dot};
use mlmath::vectors::{distance, norm_l2, scale};

/// The radius of the arc in a wide angle between long vectors.
const ARC: f64 = 0.9;

/// In an angle of fewer degrees there is no room for its number.
const NARROW: f64 = 25.0;

/// The kinds of angles, and the sign that the dot product has in each.
const KINDS: [(&str, &str); 3] = [("obtuse", "<"), ("right", "="), ("acute", ">")];

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-4.0, 4.0], [-2.0, 3.0]];

parameters! {
    /// Two vectors.
    pub struct Vectors {
        u: point("$*u*$", PLANE, 0.5, [4.0, 2.0]),
        v: point("$*v*$", PLANE, 0.5, [1.0, 3.0]),
    }
}

/// What the figure shows of two vectors.
struct Pair {
    u: Handle,
    v: Handle,
    product: f64,
    norms: [f64; 2],
    /// The place of the kind of the angle among [`KINDS`].
    kind: usize,
    /// The cosine and the angle in degrees, unless a vector is zero.
    turn: Option<[f64; 2]>,
    /// The foot of v on the line of u, and the length of the shadow that it cuts
    /// off, negative where it lies against u; unless u is zero.
    shadow: Option<([f64; 2], f64)>,
}

impl Pair {
    fn of(Vectors { u, v }: Vectors) -> Self {
        let [x, y] = [u, v].map(vector);
        let (product, square) = (dot(&x, &y), dot(&x, &x));
        let norms = [norm_l2(&x), norm_l2(&y)];
        let turn = cosine_similarity(&x, &y).ok().zip(angle(&x, &y).ok());
        let foot = || xy(scale(product / square, &x));
        Pair {
            u,
            v,
            product,
            norms,
            turn: turn.map(|(cosine, angle)| [cosine, tenth(angle.to_degrees())]),
            kind: 1 + usize::from(product > 0.0) - usize::from(product < 0.0),
            shadow: (square > 0.0).then(|| (foot(), product / norms[0])),
        }
    }

    /// Positive where v is to the left of u.
    fn cross(&self) -> f64 {
        let [u, v] = [self.u.at, self.v.at];
        u[0] * v[1] - u[1] * v[0]
    }

    /// The product by its definition: `4 · 1 + 2 · 3 = 10`.
    fn sum(&self) -> String {
        let [[a, b], [c, d]] = [self.u, self.v].map(|x| x.at.map(factor));
        format!("{a} · {c} + {b} · {d} = {}", decimal(self.product))
    }
}

/// Degrees to one decimal.
fn tenth(degrees: f64) -> f64 {
    (10.0 * degrees).round() / 10.0
}

/// Two vectors, their dot product, their angle, and the shadow of one on the
/// line of the other.
pub fn dot_and_angle(at: Vectors) -> Frame {
    let shown = Pair::of(at);
    let (sum, (kind, _)) = (shown.sum(), KINDS[shown.kind]);
    let (mut state, mut measures) = (format!("uᵀv = {sum}"), String::new());
    let framed = if let Some([cosine, degrees]) = shown.turn {
        let (cosine, degrees) = (rounded(cosine, 4), decimal(degrees));
        state += &format!(", and the angle is {kind}: {degrees}°.");
        measures += &format!("The angle between them is {degrees}°, its cosine {cosine}. ");
        format!("The box {kind} is framed.")
    } else {
        state += ". The vector 0 is orthogonal to every vector and has no angle to any.";
        "None is framed: the vector 0 has no angle.".into()
    };
    if let Some((foot, length)) = shown.shadow {
        let (foot, long) = (pair(foot), decimal(length.abs()));
        let side = match length < 0.0 {
            true => ", on the other side of the origin than u",
            false => "",
        };
        measures += &format!(
            "A dashed line falls from the tip of v on the line of u at a right angle. It ends at \
             {foot}, which cuts off a thick stretch, the shadow of v, of the length {long}{side}. "
        );
    }
    let ([u, v], [u_long, v_long]) = ([at.u, at.v].map(pair), shown.norms.map(decimal));
    Frame::new(
        "The dot product and the angle of two vectors",
        Drawing::stack([in_the_plane(&shown), in_numbers(&shown)]),
    )
    .describe(format!(
        "The plane with the arrows u = {u} and v = {v} from the origin, of the lengths {u_long} \
         and {v_long}. {measures}Below stands uᵀv = {sum}, and three boxes: obtuse for a product < \
         0, right for 0, acute for > 0. {framed}"
    ))
    .state(state)
}

fn in_the_plane(shown: &Pair) -> Panel {
    let &Pair { u, v, product, .. } = shown;
    let far = |a: [f64; 2], b: [f64; 2]| distance(&vector(a), &vector(b));
    let mut panel = Panel::plane(WIDTH, [-4.7, 4.7], [-3.3, 4.1]);
    panel.plane_axes("", "");
    if let Some((foot, _)) = shown.shadow {
        let ink = Ink.width(1.5);
        panel.line_through(ORIGIN, u, ink.opacity(0.5).dotted());
        panel.segment(ORIGIN, foot, Three.width(11.0).opacity(0.5));
        let fall = far(v.at, foot);
        if fall > TOLERANCE {
            panel.segment(v, foot, ink.dashed());
        }
        // Towards u, or back where the foot is its tip.
        let along = if far(foot, u.at) > 0.5 { u.at } else { ORIGIN };
        if product != 0.0 && fall > 0.4 && far(along, foot) > 0.1 {
            panel.right_angle(foot, along, v, 11.0);
        }
    }
    arc(&mut panel, shown);
    // Names stand outside the angle.
    let to_the_left = shown.cross() >= 0.0;
    let name = |name: &str| Label::new(name).size(20.0);
    let arrow = panel.arrow(ORIGIN, u, One.width(3.5));
    arrow.beside(!to_the_left, 0.8, name("$*u*$"));
    let arrow = panel.arrow(ORIGIN, v, Two.width(3.5));
    arrow.beside(to_the_left, 0.8, name("$*v*$"));
    panel.handle(u, One);
    panel.handle(v, Two);
    panel
}

/// The arc of the angle with its degrees, or the square of a right angle.
fn arc(panel: &mut Panel, shown: &Pair) {
    let Some([_, degrees]) = shown.turn.filter(|[_, degrees]| *degrees > 0.0) else {
        return;
    };
    let (u, [of_u, of_v]) = (shown.u.at, shown.norms);
    let start = u[1].atan2(u[0]);
    let turn = shown.cross().atan2(shown.product);
    let radius = ARC.min(0.6 * of_u.min(of_v)).max(0.35);
    let on_arc = |part: f64| {
        let angle = start + part * turn;
        [radius * angle.cos(), radius * angle.sin()]
    };
    if shown.product == 0.0 {
        panel.right_angle(ORIGIN, u, shown.v, 17.0);
    } else {
        let line: Vec<_> = (0..=32).map(|k| on_arc(f64::from(k) / 32.0)).collect();
        panel.polyline(&line, Ink);
    }
    if degrees >= NARROW {
        // To the left of a walker whose left is outward.
        let [x, y] = on_arc(0.5);
        let name = Label::new(format!("${}°$", decimal(degrees))).large();
        panel.label_left([x, y], [x + y, y - x], 0.0, name.gap(11.0));
    }
}

/// The product in numbers, and the kind of the angle that its sign gives.
fn in_numbers(shown: &Pair) -> Panel {
    let [of_u, of_v] = shown.norms.map(decimal);
    let mut lengths = format!("$‖*u*‖ = {of_u}$, $‖*v*‖ = {of_v}$");
    if let Some([cosine, degrees]) = shown.turn {
        let [cosine, degrees] = [rounded(cosine, 4), rounded(degrees, 1)];
        lengths += &format!(", cos $θ = {cosine}$, $θ = {degrees}°$");
    }
    let shadow = match shown.shadow {
        Some((_, length)) => {
            let against = if length < 0.0 { ", against $*u*$" } else { "" };
            let length = decimal(length.abs());
            format!("shadow of $*v*$ on the line of $*u*$: ${length}${against}")
        }
        None => "no line, so no shadow of $*v*$ on it".into(),
    };
    let product = Label::new(format!("$*u*^⊤*v* = {}$", shown.sum())).large();
    let mut panel = Panel::sheet(WIDTH, 136.0);
    let lines = [product, lengths.into(), Three.label(shadow)];
    panel.lines_of_text([WIDTH / 2.0, 42.0], Centre, 26.0, lines);
    for (k, (kind, sign)) in KINDS.into_iter().enumerate() {
        let middle = WIDTH / 2.0 + 170.0 * (k as f64 - 1.0);
        let label = Label::new(format!("{kind}: $*u*^⊤*v* {sign} 0$")).bare();
        let (style, label) = match shown.turn.is_some() && k == shown.kind {
            true => (Four.width(3.0).filled(0.14), label.heavy()),
            false => (Ink.width(1.0).opacity(0.4), label),
        };
        panel.rectangle([middle - 78.0, 96.0], [middle + 78.0, 132.0], 6.0, style);
        panel.label([middle, 114.0], Centre, label);
    }
    panel
}
