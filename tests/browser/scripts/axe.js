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

// Formulas that hardly stand out from what is behind them. Axe does not judge
// single letters, and most boxes hold one.
async function formulas() {
    await drawn();
    const { Color, flattenColors, getContrast } = axe.commons.color;
    const parsed = (text) => {
        const colour = new Color();
        colour.parseString(text);
        return colour;
    };
    const white = parsed("rgb(255, 255, 255)");
    const behind = (element) => {
        if (!element) {
            return white;
        }
        const own = parsed(getComputedStyle(element).backgroundColor);
        return own.alpha === 1 ? own : flattenColors(own, behind(element.parentElement));
    };
    const pairs = new Map();
    for (const formula of document.querySelectorAll(".katex-html")) {
        const back = behind(formula);
        for (const box of [formula, ...formula.querySelectorAll("*")]) {
            if ([...box.childNodes].some((node) => node.nodeType === Node.TEXT_NODE)) {
                const fore = parsed(getComputedStyle(box).color);
                pairs.set(`${fore.toHexString()} on ${back.toHexString()}`, { fore, back, formula });
            }
        }
    }
    const problems = [];
    for (const [colours, { fore, back, formula }] of pairs) {
        const contrast = getContrast(back, fore);
        if (!(contrast >= 4.5)) {
            problems.push(`a contrast of ${contrast.toFixed(2)}, ${colours}: ${name(formula)}`);
        }
    }
    return problems;
}

// Takes the boxes out of the page. Each formula keeps its size.
function takeBoxesOut() {
    const boxes = [...document.querySelectorAll(".katex-html")];
    const sizes = boxes.map((box) => box.getBoundingClientRect());
    boxes.forEach((box, index) => {
        const { width, height } = sizes[index];
        Object.assign(box.parentElement.style, {
            display: "inline-block",
            width: `${width}px`,
            height: `${height}px`,
            verticalAlign: "top",
        });
        box.remove();
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
