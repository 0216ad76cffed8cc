// What axe finds, if it is serious. Nine tenths of a chapter's elements are the
// boxes that formulas are set in and their MathML, and axe takes its time for
// each. A reader sees the boxes and a screen reader has the MathML, so axe never
// needs both.

const COLOURS = ["color-contrast", "link-in-text-block"];

// Waits until what follows from a change is done: what is opened, say, is made
// fit for the keyboard in the next frame.
const drawn = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

async function openAll() {
    unfold();
    // A colour on its way to another is neither.
    const style = document.createElement("style");
    style.textContent = "*, ::before, ::after { transition: none !important; }";
    document.head.append(style);
    await drawn();
    return true;
}

// Notes the colours of each formula, and what is behind it, as they are now.
async function noteColours() {
    await drawn();
    const behind = (element) => {
        for (let outer = element; outer; outer = outer.parentElement) {
            const { backgroundColor } = getComputedStyle(outer);
            if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) {
                return backgroundColor;
            }
        }
        return "";
    };
    for (const formula of document.querySelectorAll(".katex-html")) {
        const boxes = [formula, ...formula.querySelectorAll("*")];
        const colours = new Set(boxes.map((box) => getComputedStyle(box).color));
        const noted = [...colours, "on", behind(formula)].join(" ");
        formula.dataset.colours = `${formula.dataset.colours ?? ""} ${noted};`;
    }
    return true;
}

// Takes the boxes out of the page. One formula of each kind of colours keeps
// them, the smallest; each other one keeps its size.
function takeBoxesOut() {
    const formulas = [...document.querySelectorAll(".katex-html")];
    const smallest = new Map();
    for (const formula of formulas) {
        const other = smallest.get(formula.dataset.colours);
        if (!other || formula.innerHTML.length < other.innerHTML.length) {
            smallest.set(formula.dataset.colours, formula);
        }
    }
    const kept = new Set(smallest.values());
    const sizes = formulas.map((formula) => formula.getBoundingClientRect());
    formulas.forEach((formula, index) => {
        if (!kept.has(formula)) {
            const { width, height } = sizes[index];
            Object.assign(formula.parentElement.style, {
                display: "inline-block",
                width: `${width}px`,
                height: `${height}px`,
                verticalAlign: "top",
            });
            formula.remove();
        }
    });
    return true;
}

async function serious(options) {
    const found = await axe.run(document, {
        resultTypes: ["violations"],
        iframes: false,
        ...options,
    });
    const worst = found.violations.filter(
        (violation) => violation.impact === "serious" || violation.impact === "critical",
    );
    return worst.flatMap((violation) =>
        violation.nodes.map((node) => {
            const reasons = [...node.any, ...node.all, ...node.none];
            const why = reasons.map((reason) => reason.message).join("; ");
            return `axe ${violation.id}: ${node.target.join(" ")}: ${why}`;
        }),
    );
}

// All that is not a matter of colours.
async function structure() {
    await drawn();
    return serious({ rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) });
}

function takeMathmlOut() {
    document.querySelectorAll(".katex-mathml").forEach((element) => element.remove());
    return true;
}

// What is a matter of colours, of which MathML has none.
async function colours() {
    takeMathmlOut();
    await drawn();
    return serious({ runOnly: COLOURS });
}
