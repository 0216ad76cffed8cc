//! Draws figures at given settings.
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let figures = figures_eigen::figures();
    println!("<body style='background:white;font-family:sans-serif'>");
    for argument in arguments {
        let (id, rest) = argument.split_once(':').unwrap_or((&argument, ""));
        let values: Vec<f64> = rest.split(',').filter_map(|x| x.parse().ok()).collect();
        let figure = figures.iter().find(|f| f.id == id).expect("a figure");
        let frame = figure.at(&values);
        println!(
            "<div style='width:620px;display:inline-block;margin:6px'>{}<p>{}</p></div>",
            frame
                .svg()
                .replace("<svg ", "<svg style='width:100%;height:auto' "),
            frame.state
        );
    }
}
