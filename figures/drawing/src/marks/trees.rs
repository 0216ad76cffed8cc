//! Rooted trees, such as decision trees. Points are those of a sheet.

use crate::panel::{Panel, Place};
use crate::point::part_of_the_way;
use crate::scale::span;
use crate::style::{Colour, Look};
use crate::text::{Label, widest};

/// Height of a line of text, room around the lines of a node, and the least width of a node.
const LINE: f64 = 20.0;
const PADDING: [f64; 2] = [11.0, 6.0];
const NARROWEST: f64 = 44.0;

/// Room between neighbours, and between a level and the next.
const GAP: f64 = 16.0;
const RISE: f64 = 46.0;

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
    level: usize,
    parent: Option<usize>,
    /// The width and height of its box.
    size: [f64; 2],
    /// Its middle; while it is placed, along x in distances between neighbouring leaves.
    at: [f64; 2],
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
    pub fn coloured(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// The tree with a label on the edge that leads to its root from above.
    pub fn on_edge(mut self, label: impl Into<Label>) -> Self {
        self.edge = label.into();
        self
    }

    /// Its width and height in page units.
    pub fn size(&self) -> [f64; 2] {
        self.layout().1
    }

    /// All nodes, parents before their children, and the width and height of the whole.
    fn layout(&self) -> (Vec<Placed<'_>>, [f64; 2]) {
        let mut nodes = Vec::new();
        self.place(0, None, &mut 0.0, &mut nodes);
        // The least distance between neighbouring leaves with which no two nodes
        // of a level come closer than the gap.
        let mut spacing: f64 = 0.0;
        let mut heights: Vec<f64> = Vec::new();
        for (k, node) in nodes.iter().enumerate() {
            let [width, height] = node.size;
            // The last one before it on its level is its left neighbour.
            if let Some(left) = nodes[..k].iter().rfind(|left| left.level == node.level) {
                let needed = (left.size[0] + width) / 2.0 + GAP;
                spacing = spacing.max(needed / (node.at[0] - left.at[0]));
            }
            heights.resize(heights.len().max(node.level + 1), 0.0);
            heights[node.level] = heights[node.level].max(height + 2.0);
        }
        let side = |half: f64| {
            let side = |node: &Placed<'_>| spacing * node.at[0] + half * (node.size[0] + 2.0);
            span(nodes.iter().map(side))
        };
        let ([left, _], [_, right]) = (side(-0.5), side(0.5));
        let down = |levels: &[f64]| levels.iter().map(|height| height + RISE).sum::<f64>();
        for node in &mut nodes {
            let y = down(&heights[..node.level]) + heights[node.level] / 2.0;
            node.at = [spacing * node.at[0] - left, y];
        }
        (nodes, [right - left, down(&heights) - RISE])
    }

    /// Places leaves at 0, 1, 2, …, and parents midway between their first and their last child.
    fn place<'a>(
        &'a self,
        level: usize,
        parent: Option<usize>,
        free: &mut f64,
        nodes: &mut Vec<Placed<'a>>,
    ) -> f64 {
        let own = nodes.len();
        let [width, height] = [widest(&self.lines), LINE * self.lines.len() as f64];
        nodes.push(Placed {
            tree: self,
            level,
            parent,
            size: [
                (width + 2.0 * PADDING[0]).max(NARROWEST),
                height + 2.0 * PADDING[1],
            ],
            at: [*free, 0.0],
        });
        let mut below = Vec::new();
        for child in &self.children {
            below.push(child.place(level + 1, Some(own), free, nodes));
        }
        match below[..] {
            [] => *free += 1.0,
            [first, ..] => nodes[own].at[0] = (first + below[below.len() - 1]) / 2.0,
        }
        nodes[own].at[0]
    }
}

impl Panel {
    /// Draws a tree, which has its [`Tree::size`], with its upper left corner at a point.
    pub fn tree(&mut self, [left, top]: [f64; 2], tree: &Tree) {
        let (mut nodes, _) = tree.layout();
        for node in &mut nodes {
            node.at = [left + node.at[0], top + node.at[1]];
        }
        let edges = nodes.iter().filter_map(|node| {
            let parent = &nodes[node.parent?];
            let from = [parent.at[0], parent.at[1] + parent.size[1] / 2.0];
            let to = [node.at[0], node.at[1] - node.size[1] / 2.0];
            Some((from, to, &node.tree.edge))
        });
        for (from, to, _) in edges.clone() {
            self.segment(from, to, Colour::Ink.width(1.5).opacity(0.7));
        }
        for (from, to, label) in edges {
            self.label(part_of_the_way(from, to, 0.5), Place::Centre, label.clone());
        }
        for Placed { tree, at, size, .. } in &nodes {
            let [a, b] = [-0.5, 0.5].map(|side| [0, 1].map(|k| at[k] + side * size[k]));
            let outline = tree.colour.width(1.5).filled(0.07);
            self.rectangle(a, b, 7.0, outline);
            let lines = tree.lines.iter().map(|line| line.clone().bare());
            self.lines_of_text(at, Place::Centre, LINE, lines);
        }
    }
}
