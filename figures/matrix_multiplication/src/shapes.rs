//! Products as boxes of their shapes.

use drawing::prelude::*;
use mlmath::matrix_multiplication::multiplications;

/// A line with arrows at both ends and its length on it.
fn measure(panel: &mut Panel, ends: [[f64; 2]; 2], label: Label) {
    let [a, b] = ends;
    let middle = [0, 1].map(|k| (a[k] + b[k]) / 2.0);
    let style = Ink.width(1.5).opacity(0.8);
    panel.arrow(middle, a, &style);
    panel.arrow(middle, b, &style);
    panel.label(middle, Centre, label);
}

/// A row of A and a column of B meet at an entry of AB.
pub fn product_shapes() -> Frame {
    let (m, n, p) = (2, 4, 3);
    let (i, j) = (1, 2);
    let cell = 54.0;
    let [wide_n, high_m, wide_p] = [n, m, p].map(|count| cell * count as f64);
    let [left, top, gap] = [56.0, 64.0, 40.0];
    let right = left + wide_n + gap;
    let low = top + wide_n + gap;
    // An entry in the middle stands for those between the first and the last.
    let entry = |letter: &str, index: &dyn Fn(&str) -> String, k: usize| match k {
        0 => format!("${letter}_{{{}}}$", index("1")),
        1 => format!("${letter}_{{{}}}$", index("2")),
        k if k + 1 == n => format!("${letter}_{{{}}}$", index("n")),
        _ => "$…$".into(),
    };
    let labels = |rows: usize, columns: usize, label: &dyn Fn(usize, usize) -> String| {
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let labels = cells.map(|(row, column)| Label::new(label(row, column)));
        Block::labelled(rows, columns, labels.collect()).cells([cell; 2])
    };
    let in_row = |row: usize, k: usize| {
        let index = |k: &str| format!("i{k}");
        match row == i {
            true => entry("a", &index, k),
            false => String::new(),
        }
    };
    let in_column = |k: usize, column: usize| {
        let index = |k: &str| format!("{k}j");
        match column == j {
            true => entry("b", &index, k).replace('…', "⋮"),
            false => String::new(),
        }
    };
    let a = labels(m, n, &in_row).mark_row(i, One);
    let b = labels(n, p, &in_column).mark_column(j, Two);
    let meeting = |row: usize, column: usize| match (row, column) == (i, j) {
        true => "$(*AB*)_{ij}$".to_owned(),
        false => String::new(),
    };
    let product = labels(m, p, &meeting).mark_cell(i, j, Three);

    let mut panel = Panel::sheet(WIDTH, low + high_m + 78.0);
    // A block's cells begin a unit from its corner.
    for (block, x, y) in [(&a, left, low), (&b, right, top), (&product, right, low)] {
        panel.block([x - 1.0, y - 1.0], block);
    }
    let [row, column] = [
        low + cell * (i as f64 + 0.5),
        right + cell * (j as f64 + 0.5),
    ];
    let guide = Ink.width(1.75).dashed();
    let to_row = right + cell * j as f64 - 4.0;
    panel.arrow([left + wide_n + 3.0, row], [to_row, row], &guide);
    let to_column = low + cell * i as f64 - 4.0;
    panel.arrow([column, top + wide_n + 3.0], [column, to_column], &guide);

    let index = |letter: &str, colour| {
        let label = Label::new(format!("${letter}$"));
        label.large().colour(colour).gap(7.0)
    };
    let row_index = index("i", One);
    panel.label([left, row], West, row_index.clone());
    panel.label([right + wide_p, row], East, row_index);
    let column_index = index("j", Two);
    panel.label([column, top], North, column_index.clone());
    panel.label([column, low + high_m], South, column_index);

    let inner = Label::new("$n$").size(21.0).heavy().colour(Four);
    let outer = |letter: &str| Label::new(format!("${letter}$")).size(21.0);
    let sides = [
        (
            [[left, low - 17.0], [left + wide_n, low - 17.0]],
            inner.clone(),
        ),
        ([[right - 17.0, top], [right - 17.0, top + wide_n]], inner),
        (
            [[left - 34.0, low], [left - 34.0, low + high_m]],
            outer("m"),
        ),
        (
            [[right, top - 38.0], [right + wide_p, top - 38.0]],
            outer("p"),
        ),
    ];
    for (ends, label) in sides {
        measure(&mut panel, ends, label);
    }
    let name = |name: &str, shape: &str| {
        let name = Label::new(format!("$*{name}*$")).size(21.0);
        vec![name, Label::new(format!("${shape}$"))]
    };
    let below = low + high_m + 24.0;
    for (x, letters, shape) in [
        (left + wide_n / 2.0, "A", "m × n"),
        (right + wide_p / 2.0, "AB", "m × p"),
    ] {
        let label = name(letters, shape);
        panel.lines_of_text([x, below], Centre, 22.0, label);
    }
    let beside = [right + wide_p + 25.0, top + wide_n / 2.0];
    panel.lines_of_text(beside, Centre, 22.0, name("B", "n × p"));
    let same = ["$n$ columns of $*A*$,", "$n$ rows of $*B*$"];
    let same = same.map(|line| Four.label(line)).to_vec();
    let corner = [left + wide_n / 2.0 - 14.0, top + wide_n / 2.0 - 8.0];
    panel.lines_of_text(corner, Centre, 22.0, same);
    let formula = "$(*AB*)_{ij} = a_{i1}b_{1j} + a_{i2}b_{2j} + … + a_{in}b_{nj}$";
    let formula = Label::new(formula).large().colour(Three);
    panel.label([WIDTH / 2.0, low + high_m + 64.0], Centre, formula);
    Frame::new(
        "The shapes of a product, and where a row meets a column",
        panel,
    )
    .describe(format!(
        "Three boxes of cells. The product AB, m × p, here {m} × {p}, is on the lower right; A, m \
         × n, here {m} × {n}, is to its left and as high; B, n × p, here {n} × {p}, is above it \
         and as wide. A is as wide as B is high: both sides are marked n: n columns of A, n rows \
         of B. Row i of A, with the entries a_i1, a_i2 to a_in, is framed and marked i, and a \
         dashed arrow leads from it to the right; column j of B, with the entries b_1j, b_2j to \
         b_nj, is framed and marked j, and an arrow leads down from it. They meet at the framed \
         entry (AB)_ij in row i and column j of AB. Below stands that it is a_i1 b_1j + a_i2 b_2j \
         + … + a_in b_nj.",
    ))
}

/// The sides of the three matrices, and the length that the long one is drawn
/// with; the short one is then a line.
const SHORT: usize = 10;
const LONG: usize = 1000;
const LENGTH: f64 = 200.0;

/// A number with its thousands apart.
fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let parts: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|part| std::str::from_utf8(part).expect("digits"))
        .collect();
    parts.join("\u{a0}")
}

/// ABC in its two orders, by the sizes of what is computed on the way.
pub fn order_of_three() -> Frame {
    let (wide, tall) = ((SHORT, LONG), (LONG, SHORT));
    let count = |left, right| multiplications(left, right).expect("shapes that fit");
    let left_first = [count(wide, tall), count((SHORT, SHORT), wide)];
    let right_first = [count(tall, wide), count(wide, (LONG, LONG))];
    let panels = vec![
        order(Order::LeftFirst, left_first),
        order(Order::RightFirst, right_first),
    ];
    let said = |[first, second]: [usize; 2]| {
        format!(
            "{} and then {} multiplications, together {}",
            thousands(first),
            thousands(second),
            thousands(first + second)
        )
    };
    Frame::new(
        "A product of three matrices in two orders",
        Drawing::panels(1, panels),
    )
    .describe(format!(
        "Two pictures in true proportions, with A and C of the shape {SHORT} × {LONG}, flat as \
         lines, and B, {LONG} × {SHORT}, an upright line; each product stands to the right of its \
         left factor and below its right one. Above, (AB)C: AB is a dot in a ring, {SHORT} × \
         {SHORT} and to scale; {}. Below, A(BC): BC is a great square, {LONG} × {LONG}; {}. Both \
         end at the same ABC, {SHORT} × {LONG}.",
        said(left_first),
        said(right_first),
    ))
}

#[derive(Clone, Copy, PartialEq)]
enum Order {
    LeftFirst,
    RightFirst,
}

fn order(order: Order, [first, second]: [usize; 2]) -> Panel {
    let thin = LENGTH * SHORT as f64 / LONG as f64;
    let gap = 24.0;
    let [left, middle] = [30.0, 30.0 + LENGTH + gap];
    let right = middle + thin + gap;
    let (top, height) = match order {
        Order::LeftFirst => (10.0, 300.0),
        Order::RightFirst => (40.0, 304.0),
    };
    let low = top + LENGTH + gap;
    let mut panel = Panel::sheet(WIDTH, height);
    let shape = |name: &str, [rows, columns]: [usize; 2]| {
        Label::new(format!("$*{name}*$, ${rows} × {columns}$"))
    };
    let full = |colour: Colour| colour.full();
    let bar = |panel: &mut Panel, [x, y]: [f64; 2], [wide, high]: [f64; 2], style: &Style| {
        panel.rectangle([x, y], [x + wide, y + high], 0.0, style);
    };
    let factor = full(One);
    bar(&mut panel, [left, low], [LENGTH, thin], &factor);
    bar(&mut panel, [middle, top], [thin, LENGTH], &factor);
    bar(&mut panel, [right, low], [LENGTH, thin], &full(Three));
    let flat = [SHORT, LONG];
    let half = LENGTH / 2.0;
    let name = shape("A", flat).colour(One);
    panel.label([left + half, low], North, name);
    let name = shape("B", [LONG, SHORT]).colour(One);
    let beside = match order {
        Order::LeftFirst => ([middle + thin, top + half - 40.0], East),
        Order::RightFirst => ([middle, top + LENGTH - 16.0], West),
    };
    panel.label(beside.0, beside.1, name);
    let name = shape("ABC", flat).colour(Three);
    panel.label([right + half, low + thin], South, name);
    let name = shape("C", flat).colour(One);
    let small = shape("AB", [SHORT, SHORT]).colour(Two);
    let (over, heading, steps) = match order {
        Order::LeftFirst => {
            bar(&mut panel, [middle, low], [thin; 2], &full(Two));
            let dot = [middle + thin / 2.0, low + thin / 2.0];
            panel.ring(dot, 9.0, Two);
            let lines = vec![small, Two.label("the dot, to scale")];
            let below = [dot[0] - 12.0, dot[1] + 9.0 + 22.0];
            panel.lines_of_text(below, Centre, 20.0, lines);
            (low - gap, "$(*AB*)*C*$", ["$*AB*$", "$(*AB*)*C*$"])
        }
        Order::RightFirst => {
            let square = Two.width(1.5).filled(0.25);
            bar(&mut panel, [right, top], [LENGTH; 2], &square);
            let lines = vec![
                Label::new("$*BC*$").size(21.0).bare(),
                Label::new(format!("${LONG} × {LONG}$")).bare(),
            ];
            let centre = [right + half, top + half];
            panel.lines_of_text(centre, Centre, 24.0, lines);
            (top - gap / 2.0, "$*A*(*BC*)$", ["$*BC*$", "$*A*(*BC*)$"])
        }
    };
    bar(&mut panel, [right, over - thin], [LENGTH, thin], &factor);
    panel.label([right + half, over - thin], North, name);

    let at = [left + half - 14.0, top + 14.0];
    panel.label(at, Centre, Label::new(heading).size(24.0).heavy());
    let lines = vec![
        format!("{}: {}", steps[0], thousands(first)).into(),
        format!("{}: {}", steps[1], thousands(second)).into(),
        Label::new(format!("together {}", thousands(first + second))).heavy(),
        "multiplications".into(),
    ];
    panel.lines_of_text([at[0], top + 84.0], Centre, 24.0, lines);
    panel
}
