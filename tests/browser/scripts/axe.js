// What axe finds, if it is serious.
async function violations() {
    unfold();
    // What is opened is made fit for the keyboard in the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    simplify();
    const found = await axe.run(document, { resultTypes: ["violations"], iframes: false });
    const serious = found.violations.filter(
        (violation) => violation.impact === "serious" || violation.impact === "critical",
    );
    return serious.flatMap((violation) =>
        violation.nodes.map((node) => {
            const reasons = [...node.any, ...node.all, ...node.none];
            const why = reasons.map((reason) => reason.message).join("; ");
            return `axe ${violation.id}: ${node.target.join(" ")}: ${why}`;
        }),
    );
}

// Nine tenths of a chapter's elements are the boxes that formulas are set in.
// They say nothing to screen readers and have one colour; one box a formula,
// of the same size, halves the time that axe takes.
function simplify() {
    const formulas = Array.from(document.querySelectorAll(".katex-html"));
    const boxes = formulas.map((formula) => formula.getBoundingClientRect());
    formulas.forEach((formula, index) => {
        const { width, height } = boxes[index];
        formula.textContent = formula.textContent;
        Object.assign(formula.style, {
            display: "inline-block",
            overflow: "hidden",
            whiteSpace: "nowrap",
            width: `${width}px`,
            height: `${height}px`,
        });
    });
}
