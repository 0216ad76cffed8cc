//! Petals, their scores, and whitened.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::pca::{Pca, centre};

/// 150 petals, centred; along their components; and whitened.
pub fn whitened_petals() -> Frame {
    let x = iris().x.select(Axis(1), &[2, 3]);
    let pca = Pca::fit(&x, 2).expect("150 petals");
    let clouds = [
        ("centred", centre(&x).expect("150 petals").0),
        ("scores", pca.transform(&x).expect("150 petals")),
        ("whitened", pca.whiten(&x).expect("two components")),
    ];
    let mut panels = Vec::new();
    for (name, cloud) in clouds {
        let mut panel = Panel::plane(Drawing::column(3), [-3.6, 3.6], [-3.6, 3.6]);
        panel.title(Label::new(name).size(15.0));
        panel.sparse_plane_axes(2.0, "", "");
        let mut points = all_xy(cloud.rows());
        points.sort_by(|p, q| p[0].total_cmp(&q[0]).then(p[1].total_cmp(&q[1])));
        points.dedup();
        panel.scatter(&points, Circle, 2.5, One.width(0.75).filled(0.3));
        panels.push(panel);
    }
    Frame::new("Petals, their scores, whitened", Drawing::panels(3, panels)).describe(
        "Three clouds of 150 petals. Left, length and width less their means: a long cloud that \
         rises to the right. In the middle, the scores: the same cloud turned until it lies along \
         the horizontal axis. Right, whitened: the cloud is as high as it is wide.",
    )
}
