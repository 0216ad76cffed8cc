// Formulas are seen by those who see, and there for those who do not.
function maths() {
    unfold();
    const problems = [];
    for (const formula of document.querySelectorAll("main .katex")) {
        const seen = formula.querySelector(".katex-html");
        const read = formula.querySelector("math");
        if (!read || read.textContent.trim() === "") {
            problems.push(`no MathML: ${name(formula)}`);
        }
        if (!seen || !shown(seen)) {
            problems.push(`nothing to see: ${name(formula)}`);
        }
    }
    // A dollar sign is a price if a number follows, and otherwise the end of a
    // formula that was not read as one.
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (/\$(?!\d)/.test(text.data) && !text.parentElement.closest("code, pre, .katex")) {
            problems.push(`a formula is left as TeX: ${name(text.parentElement)}`);
        }
    }
    return problems;
}
