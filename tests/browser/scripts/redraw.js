// How long a figure takes to be drawn anew, in milliseconds, at each place.
async function redraws(id, tour) {
    const figure = document.getElementById(id);
    const svg = figure.querySelector("svg");
    const place = Number(figure.querySelector("form").dataset.figure);
    figure.querySelector("input, select").focus();
    while (!window.drawFigure) {
        await new Promise((ready) => setTimeout(ready, 20));
    }
    const drawn = document.createElement("template");
    function redraw(numbers) {
        drawn.innerHTML = drawFigure(place, numbers).svg;
        svg.replaceChildren(...drawn.content.firstChild.childNodes);
        // To ask for boxes is to have them laid out, texts included.
        svg.getBBox();
        return svg.getBoundingClientRect().height;
    }
    const nodes = () => svg.querySelectorAll("*").length;
    const measured = { milliseconds: [], nodes: [nodes()] };
    // The first ones are compiled as they run.
    tour.slice(0, 20).forEach(redraw);
    for (const numbers of tour) {
        let count = 0;
        const start = performance.now();
        do {
            redraw(numbers);
            count += 1;
        } while (count < 5 || performance.now() - start < 20);
        measured.milliseconds.push((performance.now() - start) / count);
        measured.nodes.push(nodes());
    }
    return measured;
}
