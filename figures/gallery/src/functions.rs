//! Graphs, areas, level curves, fields of arrows and heat maps.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::vectors::norm_l2;

/// A curve with an area below it, and one with a pole.
pub fn gallery_curve_and_area() -> Frame {
    let bell = |x: f64| (-x * x / 2.0).exp();
    let limits = [-1.0, 1.0];
    let mut left = Panel::chart(Drawing::column(2), 150.0, [-3.5, 3.5], [0.0, 1.2]);
    left.chart_axes("$x$", "");
    left.title("$e^{-x²/2}$");
    left.area_under(bell, limits, One.area(0.18));
    for x in limits {
        let side = One.width(1.5).dashed();
        left.segment([x, 0.0], [x, bell(x)], &side);
    }
    left.graph(bell, One.width(2.5));
    let mut right = Panel::chart(Drawing::column(2), 150.0, [-3.5, 3.5], [-4.0, 4.0]);
    right.chart_axes("$x$", "");
    right.title("$1/x$");
    right.graph(|x| 1.0 / x, Two.width(2.5));
    Frame::new(
        "An area under a curve, and a curve with a gap",
        Drawing::panels(2, vec![left, right]),
    )
    .describe(format!(
        "On the left a bell-shaped curve with its top at (0, {}); the area below it between {} and \
         {} is shaded and bounded by dashed lines {} high. On the right the graph of 1/x, whose \
         two arms, one falling without bound before 0 and one falling from above after it, are not \
         joined.",
        decimal(bell(0.0)),
        decimal(limits[0]),
        decimal(limits[1]),
        decimal(bell(1.0))
    ))
}

/// The area between two curves.
pub fn gallery_area_between() -> Frame {
    let (upper, lower) = (f64::sqrt, |x: f64| x * x);
    let [start, end] = [0.0, 1.0];
    let drawn = [0.0, 1.3];
    let mut panel = Panel::chart(WIDTH, 170.0, [-0.1, 1.4], [0.0, 1.5]);
    panel.chart_axes("$x$", "$y$");
    panel.area_between(upper, lower, [start, end], One.area(0.18));
    for (f, name, colour, place) in [
        (upper as fn(f64) -> f64, "$√x$", One, SouthEast),
        (lower, "$x^2$", Two, West),
    ] {
        panel.graph_between(f, drawn, colour.width(2.5));
        let at = if colour == One { 1.15 } else { 1.2 };
        panel.label([at, f(at)], place, colour.label(name));
    }
    Frame::new("The area between two curves", panel).describe(format!(
        "The graphs of √x and x² from {} to {}. They meet at ({}, {}) and at ({}, {}); between \
         these points √x is above x², and the area between them is shaded.",
        decimal(drawn[0]),
        decimal(drawn[1]),
        decimal(start),
        decimal(upper(start)),
        decimal(end),
        decimal(upper(end)),
    ))
}

/// The distribution function of a die.
pub fn gallery_steps() -> Frame {
    let steps: Vec<[f64; 2]> = (0..=6)
        .map(|k| [f64::from(k), f64::from(k) / 6.0])
        .collect();
    let mut panel = Panel::chart(WIDTH, 170.0, [-0.6, 7.4], [0.0, 1.1]);
    panel.chart_axes("$x$", "$P(X ≤ x)$");
    let style = One.width(2.5);
    panel.segment([-0.6, 0.0], [1.0, 0.0], &style);
    panel.segment([1.0, 0.0], [1.0, 1.0 / 6.0], &style.width(1.25).dotted());
    panel.steps(&steps[1..], &style);
    for pair in steps.windows(2) {
        panel.end_point([pair[1][0], pair[0][1]], false, One);
    }
    Frame::new("The distribution function of a die", panel).describe(format!(
        "A step function: 0 before 1, and at each of the numbers 1 to 6 a jump by {}, to 1 at 6. A \
         dot at each jump marks the upper value, which holds there, a ring the lower one, which \
         does not.",
        decimal(1.0 / 6.0)
    ))
}

/// A function of the plane with a minimum and a saddle.
fn valley([x, y]: [f64; 2]) -> f64 {
    x.powi(3) / 3.0 - x + y * y
}

fn slope([x, y]: [f64; 2]) -> [f64; 2] {
    [x * x - 1.0, 2.0 * y]
}

/// Level curves with their levels, the one through the saddle set apart.
pub fn gallery_level_curves() -> Frame {
    let (minimum, saddle) = ([1.0, 0.0], [-1.0, 0.0]);
    let levels = nice_levels(-1.4, 3.2, 10);
    let mut panel = Panel::plane(WIDTH, [-2.6, 2.9], [-1.7, 1.7]);
    panel.plane_axes("$x_1$", "$x_2$");
    let faint = One.width(1.5).opacity(0.75);
    panel.level_curves(valley, &levels, &faint);
    let strong = Two.width(2.5).dashed();
    panel.level_curves(valley, &[valley(saddle)], &strong);
    let labelled = nice_levels(-0.6, 3.2, 4);
    panel.level_labels(valley, &labelled, [minimum, [2.3, 1.7]]);
    for (at, place, name, colour) in [
        (minimum, South, "minimum", Three),
        (saddle, South, "saddle", Two),
    ] {
        panel.dot(at, 5.0, colour);
        panel.label(at, place, colour.label(name));
    }
    let said: Vec<String> = levels.iter().map(|&level| decimal(level)).collect();
    Frame::new("Level curves around a minimum and a saddle", panel).describe(format!(
        "The level curves of x³/3 − x + y² at the levels {}. Closed curves surround the minimum at \
         (1, 0), where the function is {}. The dashed curve at level {} crosses itself in the \
         saddle at (−1, 0): within its loop the curves are closed, outside they are open.",
        said.join(", "),
        decimal(valley(minimum)),
        decimal(valley(saddle))
    ))
}

/// The gradient as arrows, over faint level curves.
pub fn gallery_arrow_field() -> Frame {
    let levels = nice_levels(-1.4, 3.2, 10);
    let mut panel = Panel::plane(WIDTH, [-2.2, 2.2], [-1.5, 1.5]);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let faint = Six.width(1.25).opacity(0.55);
    panel.level_curves(valley, &levels, &faint);
    panel.arrow_field(slope, 11, 7, One.width(1.75));
    let [steepest, at] = [slope([2.0, 1.0]), [2.0, 1.0]].map(crate::pair);
    Frame::new("A gradient field", panel).describe(format!(
        "Arrows of the gradient (x² − 1, 2y) on a grid over faint level curves. Each stands at \
         right angles to the level curve that it crosses and points to higher levels. They shrink \
         to dots near (1, 0) and (−1, 0), where the gradient is 0; at {at} it is {steepest}."
    ))
}

/// The correlations of the four features of Iris, with numbers.
pub fn gallery_heat_map() -> Frame {
    let iris = iris();
    let centred: Vec<Vector> = iris
        .x
        .columns()
        .into_iter()
        .map(|x| &x - x.mean().expect("150 flowers"))
        .collect();
    let correlations = Matrix::from_shape_fn((4, 4), |(i, j)| {
        let [x, y] = [&centred[i], &centred[j]];
        x.dot(y) / (norm_l2(x) * norm_l2(y))
    });
    let (left, top, cell) = (122.0, 30.0, [76.0, 44.0]);
    let corners = [[left, top], [left + 4.0 * cell[0], top + 4.0 * cell[1]]];
    let shades = Shades::diverging(1.0).for_numbers();
    let mut panel = Panel::sheet(WIDTH, corners[1][1] + 8.0);
    panel.heat_map(corners, &correlations, &shades);
    let outline = Ink.width(1.0).opacity(0.5);
    panel.rectangle(corners[0], corners[1], 0.0, &outline);
    panel.cell_numbers(corners, &correlations, |r| {
        format!("{r:.2}").replace('-', "−")
    });
    let short: Vec<Label> = ["sepal l.", "sepal w.", "petal l.", "petal w."]
        .map(Label::new)
        .to_vec();
    let names: Vec<Label> = iris.features.map(Label::new).to_vec();
    panel.cell_names(corners, &short, &names);
    let bar = [
        [left + 4.0 * cell[0] + 26.0, top],
        [left + 4.0 * cell[0] + 44.0, corners[1][1]],
    ];
    panel.colour_key(bar, &shades, 5);
    Frame::new("How the features of Iris go together", panel).describe(format!(
        "A matrix of four by four correlations with numbers, symmetric, 1 on the diagonal. Petal \
         length and petal width go together most, {}; sepal width and petal length run against \
         each other, {}. A key shows the shades from one colour at −1 over the page at 0 to \
         another at 1.",
        decimal(correlations[[2, 3]]),
        decimal(correlations[[1, 2]])
    ))
}

/// A function of the plane as a heat map, with a key below.
pub fn gallery_heat_map_of_a_function() -> Frame {
    let f = |[x, y]: [f64; 2]| x * y;
    let shades = Shades::diverging(4.0);
    let mut panel = Panel::plane(400.0, [-2.0, 2.0], [-2.0, 2.0]);
    panel.heat_map_of(f, 18, 18, &shades);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let area = panel.area();
    let mut key = Panel::sheet(72.0, panel.size()[1]);
    key.colour_key([[14.0, area.top], [32.0, area.bottom]], &shades, 6);
    key.label([23.0, area.top], North, Label::new("$x_1x_2$"));
    Frame::new(
        "The product of two numbers",
        Drawing::panels(2, vec![panel, key]),
    )
    .describe(format!(
        "A square of cells for x and y from −2 to 2, shaded by the product xy. The page shows \
         along both axes, where it is 0. Towards the upper right and the lower left corner it \
         deepens to {}; towards the other two, which are hatched in another colour, to {}.",
        decimal(f([2.0, 2.0])),
        decimal(f([2.0, -2.0]))
    ))
}
