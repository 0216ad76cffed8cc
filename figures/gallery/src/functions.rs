//! Graphs, areas, level curves, fields of arrows and heat maps.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::matrix_multiplication::cosine_similarity;

/// A curve with an area below it, and one with a pole.
pub fn gallery_curve_and_area() -> Frame {
    let bell = |x: f64| (-x * x / 2.0).exp();
    let limits = [-1.0, 1.0];
    let mut left = Panel::chart(Drawing::column(2), 150.0, [-3.5, 3.5], [0.0, 1.2]);
    left.chart_axes("$x$", "");
    left.title("$e^{-x²/2}$");
    left.area_under(bell, limits, One.area(0.18));
    for x in limits {
        left.segment([x, 0.0], [x, bell(x)], One.width(1.5).dashed());
    }
    left.graph(bell, One.width(2.5));
    let mut right = Panel::chart(Drawing::column(2), 150.0, [-3.5, 3.5], [-4.0, 4.0]);
    right.chart_axes("$x$", "");
    right.title("$1/x$");
    right.graph(|x| 1.0 / x, Two.width(2.5));
    let [top, low, high, side] = [bell(0.0), limits[0], limits[1], bell(1.0)].map(decimal);
    let title = "An area under a curve, and a curve with a gap";
    Frame::new(title, Drawing::beside([left, right])).describe(format!(
        "On the left a bell-shaped curve with its top at (0, {top}); the area below it between \
         {low} and {high} is shaded and bounded by dashed lines {side} high. On the right the \
         graph of 1/x, whose two arms, one falling without bound before 0 and one falling from \
         above after it, are not joined."
    ))
}

/// The area between two curves.
pub fn gallery_area_between() -> Frame {
    let (upper, lower) = (f64::sqrt, |x: f64| x * x);
    let ([start, end], drawn) = ([0.0, 1.0], [0.0, 1.3]);
    let mut panel = Panel::chart(WIDTH, 170.0, [-0.1, 1.4], [0.0, 1.5]);
    panel.chart_axes("$x$", "$y$");
    panel.area_between(upper, lower, [start, end], One.area(0.18));
    panel.graph_between(upper, drawn, One.width(2.5));
    panel.label([1.15, upper(1.15)], SouthEast, One.label("$√x$"));
    panel.graph_between(lower, drawn, Two.width(2.5));
    panel.label([1.2, lower(1.2)], West, Two.label("$x^2$"));
    let [from, to] = drawn.map(decimal);
    let [start, end] = [start, end].map(|x| pair([x, upper(x)]));
    Frame::new("The area between two curves", panel).describe(format!(
        "The graphs of √x and x² from {from} to {to}. They meet at {start} and at {end}; between \
         these points √x is above x², and the area between them is shaded."
    ))
}

/// The distribution function of a die.
pub fn gallery_steps() -> Frame {
    let steps = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(|k| [k, k / 6.0]);
    let mut panel = Panel::chart(WIDTH, 170.0, [-0.6, 7.4], [0.0, 1.1]);
    panel.chart_axes("$x$", "$P(X ≤ x)$");
    let style = One.width(2.5);
    panel.segment([-0.6, 0.0], [1.0, 0.0], style);
    panel.segment([1.0, 0.0], steps[1], style.width(1.25).dotted());
    panel.steps(&steps[1..], style);
    for ends in steps.windows(2) {
        panel.end_point([ends[1][0], ends[0][1]], false, One);
    }
    let jump = decimal(1.0 / 6.0);
    Frame::new("The distribution function of a die", panel).describe(format!(
        "A step function: 0 before 1, and at each of the numbers 1 to 6 a jump by {jump}, to 1 at \
         6. A dot at each jump marks the upper value, which holds there, a ring the lower one, \
         which does not."
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
    panel.level_curves(valley, &levels, One.width(1.5).opacity(0.75));
    panel.level_curves(valley, &[valley(saddle)], Two.width(2.5).dashed());
    let labelled = nice_levels(-0.6, 3.2, 4);
    panel.level_labels(valley, &labelled, [minimum, [2.3, 1.7]]);
    for (at, colour, name) in [(minimum, Three, "minimum"), (saddle, Two, "saddle")] {
        panel.dot(at, 5.0, colour);
        panel.label(at, South, colour.label(name));
    }
    let (levels, [minimum, saddle]) = (listed(&levels), [minimum, saddle].map(valley).map(decimal));
    Frame::new("Level curves around a minimum and a saddle", panel).describe(format!(
        "The level curves of x³/3 − x + y² at the levels {levels}. Closed curves surround the \
         minimum at (1, 0), where the function is {minimum}. The dashed curve at level {saddle} \
         crosses itself in the saddle at (−1, 0): within its loop the curves are closed, outside \
         they are open."
    ))
}

/// The gradient as arrows, over faint level curves.
pub fn gallery_arrow_field() -> Frame {
    let levels = nice_levels(-1.4, 3.2, 10);
    let mut panel = Panel::plane(WIDTH, [-2.2, 2.2], [-1.5, 1.5]);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.level_curves(valley, &levels, Six.width(1.25).opacity(0.55));
    panel.arrow_field(slope, [11, 7], One.width(1.75));
    let [steepest, at] = [slope([2.0, 1.0]), [2.0, 1.0]].map(pair);
    Frame::new("A gradient field", panel).describe(format!(
        "Arrows of the gradient (x² − 1, 2y) on a grid over faint level curves. Each stands at \
         right angles to the level curve that it crosses and points to higher levels. They shrink \
         to dots near (1, 0) and (−1, 0), where the gradient is 0; at {at} it is {steepest}."
    ))
}

/// The correlations of the four features of Iris, with numbers.
pub fn gallery_heat_map() -> Frame {
    let iris = iris();
    let centred = [0, 1, 2, 3].map(|j| {
        let x = iris.x.column(j);
        &x - x.mean().expect("150 flowers")
    });
    let correlations = Matrix::from_shape_fn((4, 4), |(i, j)| {
        cosine_similarity(&centred[i], &centred[j]).expect("features that vary")
    });
    let [[left, top], [right, bottom]] = [[122.0, 30.0], [426.0, 206.0]];
    let corners = [[left, top], [right, bottom]];
    let shades = Shades::diverging(1.0).for_numbers();
    let mut panel = Panel::sheet(WIDTH, bottom + 8.0);
    panel.heat_map(corners, &correlations, &shades);
    panel.rectangle(corners[0], corners[1], 0.0, Ink.width(1.0).opacity(0.5));
    let two_decimals = |r: f64| format!("{r:.2}").replace('-', "−");
    panel.cell_numbers(corners, &correlations, two_decimals);
    let short = ["sepal l.", "sepal w.", "petal l.", "petal w."].map(Label::new);
    panel.cell_names(corners, &short, &iris.features.map(Label::new));
    let key = [[right + 26.0, top], [right + 44.0, bottom]];
    panel.colour_key(key, &shades, 5);
    let [most, least] = [correlations[[2, 3]], correlations[[1, 2]]].map(decimal);
    Frame::new("How the features of Iris go together", panel).describe(format!(
        "A matrix of four by four correlations with numbers, symmetric, 1 on the diagonal. Petal \
         length and petal width go together most, {most}; sepal width and petal length run against \
         each other, {least}. A key shows the shades from one colour at −1 over the page at 0 to \
         another at 1."
    ))
}

/// A function of the plane as a heat map, with a key below.
pub fn gallery_heat_map_of_a_function() -> Frame {
    let f = |[x, y]: [f64; 2]| x * y;
    let shades = Shades::diverging(4.0);
    let mut panel = Panel::plane(400.0, [-2.0, 2.0], [-2.0, 2.0]);
    panel.heat_map_of(f, [18, 18], &shades);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let area = panel.area();
    let mut key = Panel::sheet(72.0, panel.size()[1]);
    key.colour_key([[14.0, area.top], [32.0, area.bottom]], &shades, 6);
    key.label([23.0, area.top], North, "$x_1x_2$");
    let [most, least] = [f([2.0, 2.0]), f([2.0, -2.0])].map(decimal);
    Frame::new("The product of two numbers", Drawing::beside([panel, key])).describe(format!(
        "A square of cells for x and y from −2 to 2, shaded by the product xy. The page shows \
         along both axes, where it is 0. Towards the upper right and the lower left corner it \
         deepens to {most}; towards the other two, which are hatched in another colour, to \
         {least}."
    ))
}
