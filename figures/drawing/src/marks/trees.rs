//! Rooted trees: decision trees, computation graphs. Points are those of a
//! sheet.

use crate::panel::{Panel, Place};
use crate::style::{Colour, Look};
use crate::text::Label;

/// Height of a line of text, room around the lines of a node, and the least
/// width of a node.
const LINE: f64 = 20.0;
const PADDING: [f64; 2] = [11.0, 6.0];
const NARROWEST: f64 = 44.0;

/// Room between neighbours, and between a level and the next.
const GAP: f64 = 16.0;
const RISE: f64 = 46.0;

/// Which way the edges of a tree point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edges {
    /// None: plain lines.
    Plain,
    /// From the root to the leaves.
    Down,
    /// From the leaves to the root.
    Up,
}

/// A node with what hangs below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    lines: Vec<Label>,
    colour: Colour,
    edge: Label,
    children: Vec<Tree>,
}

/// A node in its place.
struct Placed<'a> {
    tree: &'a Tree,
    /// Where its middle is, in distances between neighbouring leaves.
    across: f64,
    level: usize,
    parent: Option<usize>,
}

impl Tree {
    /// A node with lines of text, and its children from left to right.
    pub fn node<L: Into<Label>>(lines: Vec<L>, children: Vec<Tree>) -> Self {
        Tree {
            lines: lines.into_iter().map(Into::into).collect(),
            colour: Colour::Ink,
            edge: "".into(),
            children,
        }
    }

    /// A node without children.
    pub fn leaf<L: Into<Label>>(lines: Vec<L>) -> Self {
        Tree::node(lines, Vec::new())
    }

    /// The tree with its root in a colour.
    pub fn coloured(self, colour: Colour) -> Self {
        Tree { colour, ..self }
    }

    /// The tree with a label on the edge that leads to its root from above.
    pub fn on_edge(self, label: impl Into<Label>) -> Self {
        Tree {
            edge: label.into(),
            ..self
        }
    }

    /// Its width and height in page units.
    pub fn size(&self) -> [f64; 2] {
        let nodes = self.placed();
        let [left, right] = extent(&nodes, spacing(&nodes));
        let levels = levels(&nodes);
        let below = RISE * (levels.len() as f64 - 1.0);
        [right - left, levels.iter().sum::<f64>() + below]
    }

    /// The width and height of the root's box.
    fn outline(&self) -> [f64; 2] {
        let widest = self.lines.iter().map(Label::width).fold(0.0, f64::max);
        [
            (widest + 2.0 * PADDING[0]).max(NARROWEST),
            LINE * self.lines.len() as f64 + 2.0 * PADDING[1],
        ]
    }

    /// All nodes, parents before their children: leaves stand at 0, 1, 2, …,
    /// parents in the middle between their first and their last child.
    fn placed(&self) -> Vec<Placed<'_>> {
        let mut nodes = Vec::new();
        self.place(0, None, &mut 0.0, &mut nodes);
        nodes
    }

    fn place<'a>(
        &'a self,
        level: usize,
        parent: Option<usize>,
        free: &mut f64,
        nodes: &mut Vec<Placed<'a>>,
    ) -> f64 {
        let own = nodes.len();
        nodes.push(Placed {
            tree: self,
            across: 0.0,
            level,
            parent,
        });
        let below: Vec<f64> = self
            .children
            .iter()
            .map(|child| child.place(level + 1, Some(own), free, nodes))
            .collect();
        let across = match (below.first(), below.last()) {
            (Some(first), Some(last)) => (first + last) / 2.0,
            _ => {
                *free += 1.0;
                *free - 1.0
            }
        };
        nodes[own].across = across;
        across
    }
}

/// The least distance between neighbouring leaves with which no two nodes of a
/// level come closer than the gap.
fn spacing(nodes: &[Placed<'_>]) -> f64 {
    let mut least: f64 = 0.0;
    for (k, right) in nodes.iter().enumerate() {
        // The last one before it on its level is its left neighbour.
        let left = nodes[..k].iter().rfind(|left| left.level == right.level);
        if let Some(left) = left {
            let needed = (left.tree.outline()[0] + right.tree.outline()[0]) / 2.0 + GAP;
            least = least.max(needed / (right.across - left.across));
        }
    }
    least
}

/// The left and the right end of all boxes, from the middle of the first leaf.
fn extent(nodes: &[Placed<'_>], spacing: f64) -> [f64; 2] {
    let side = |node: &Placed<'_>, sign: f64| {
        spacing * node.across + sign * (node.tree.outline()[0] / 2.0 + 1.0)
    };
    [
        nodes.iter().map(|n| side(n, -1.0)).fold(0.0, f64::min),
        nodes.iter().map(|n| side(n, 1.0)).fold(0.0, f64::max),
    ]
}

/// The height of each level, that of its highest box.
fn levels(nodes: &[Placed<'_>]) -> Vec<f64> {
    let mut heights: Vec<f64> = Vec::new();
    for node in nodes {
        if node.level == heights.len() {
            heights.push(0.0);
        }
        heights[node.level] = heights[node.level].max(node.tree.outline()[1] + 2.0);
    }
    heights
}

impl Panel {
    /// Draws a tree; the upper left corner of the whole is at a point of a
    /// sheet. Its size is [`Tree::size`].
    pub fn tree(&mut self, at: [f64; 2], tree: &Tree, edges: Edges) {
        let nodes = tree.placed();
        let spacing = spacing(&nodes);
        let [left, _] = extent(&nodes, spacing);
        let heights = levels(&nodes);
        let middle = |node: &Placed<'_>| {
            let above: f64 = heights[..node.level].iter().sum();
            let x = at[0] - left + spacing * node.across;
            let y = at[1] + above + RISE * node.level as f64 + heights[node.level] / 2.0;
            [x, y]
        };
        let line = Colour::Ink.width(1.5).opacity(0.7);
        let mut labels = Vec::new();
        for node in &nodes {
            let Some(parent) = node.parent.map(|parent| &nodes[parent]) else {
                continue;
            };
            let half = |node: &Placed<'_>| node.tree.outline()[1] / 2.0;
            let ([x, y], [to_x, to_y]) = (middle(parent), middle(node));
            let (from, to) = ([x, y + half(parent)], [to_x, to_y - half(node)]);
            match edges {
                Edges::Plain => self.segment(from, to, line),
                Edges::Down => self.arrow(from, to, line),
                Edges::Up => self.arrow(to, from, line),
            };
            let halfway = [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0];
            labels.push((halfway, node.tree.edge.clone()));
        }
        for (at, label) in labels {
            self.label(at, Place::Centre, label);
        }
        for node in &nodes {
            let [x, y] = middle(node);
            let [dx, dy] = node.tree.outline().map(|side| side / 2.0);
            let (a, b) = ([x - dx, y - dy], [x + dx, y + dy]);
            let outline = node.tree.colour.width(1.5).filled(0.07);
            self.rectangle(a, b, 7.0, outline);
            let lines = node.tree.lines.iter().map(|line| line.clone().bare());
            self.lines_of_text([x, y], Place::Centre, LINE, lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(word: &str) -> Tree {
        Tree::leaf(vec![word])
    }

    fn sample() -> Tree {
        let left = Tree::node(vec!["b"], vec![leaf("c"), leaf("d")]);
        Tree::node(
            vec!["a"],
            vec![left.on_edge("yes"), leaf("e").on_edge("no")],
        )
    }

    #[test]
    fn leaves_are_equally_spaced_and_parents_over_their_children() {
        let tree = sample();
        let places: Vec<(f64, usize)> = tree
            .placed()
            .iter()
            .map(|node| (node.across, node.level))
            .collect();
        // a, b, c, d, e.
        assert_eq!(places, [(1.25, 0), (0.5, 1), (0.0, 2), (1.0, 2), (2.0, 1)]);
    }

    #[test]
    fn no_two_boxes_of_a_level_meet() {
        let long = Tree::leaf(vec!["a node with a long line of text"]);
        let tree = Tree::node(vec!["root"], vec![sample(), long, leaf("x")]);
        let nodes = tree.placed();
        let spacing = spacing(&nodes);
        let room = |node: &Placed<'_>| {
            let half = node.tree.outline()[0] / 2.0;
            [spacing * node.across - half, spacing * node.across + half]
        };
        for (k, a) in nodes.iter().enumerate() {
            for b in nodes[..k].iter().filter(|b| b.level == a.level) {
                assert!(room(b)[1] + GAP <= room(a)[0] + 1e-9);
            }
        }
        let widest = tree.size()[0];
        let [left, right] = extent(&nodes, spacing);
        assert_eq!(widest, right - left);
    }

    #[test]
    fn everything_is_drawn_within_the_size() {
        let tree = sample();
        let [width, height] = tree.size();
        let mut panel = Panel::sheet(width, height);
        panel.tree([0.0, 0.0], &tree, Edges::Plain);
        // Rectangles and labels that leave the sheet would have been left out.
        let counts = [
            panel.rectangles().len(),
            panel.labels().len(),
            panel.lines().len(),
        ];
        assert_eq!(counts, [5, 7, 4]);
    }

    #[test]
    fn arrows_point_to_the_root_or_from_it() {
        let tree = Tree::node(vec!["up"], vec![leaf("down")]);
        let rise = |edges: Edges| {
            let mut panel = Panel::sheet(tree.size()[0], tree.size()[1]);
            panel.tree([0.0, 0.0], &tree, edges);
            let arrow = panel.arrows()[0];
            arrow.start()[1] - arrow.tip()[1]
        };
        assert_eq!(
            [rise(Edges::Up), rise(Edges::Down)],
            [RISE + 2.0, -RISE - 2.0]
        );
    }

    #[test]
    fn a_box_is_as_wide_as_its_longest_line() {
        let one = leaf("word").outline();
        let two = Tree::leaf(vec!["word", "a longer line"]).outline();
        assert!(two[0] > one[0] && two[1] == one[1] + LINE);
        assert_eq!(leaf("").outline()[0], NARROWEST);
    }
}
