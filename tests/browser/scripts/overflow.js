// The page is no wider than the window; if it is, the widest of the elements
// that no other element cuts off or scrolls.
function overflow(limit) {
    unfold();
    const width = document.documentElement.scrollWidth;
    if (width <= limit) {
        return [];
    }
    const contained = (element) => {
        for (let outer = element.parentElement; outer; outer = outer.parentElement) {
            if (outer !== document.body && getComputedStyle(outer).overflowX !== "visible") {
                return true;
            }
        }
        return false;
    };
    let widest = document.documentElement;
    let furthest = limit;
    for (const element of document.body.querySelectorAll("*")) {
        const right = element.getBoundingClientRect().right + scrollX;
        if (right > furthest && !contained(element)) {
            [widest, furthest] = [element, right];
        }
    }
    return [`the page is ${width} pixels wide on a screen of ${limit}: ${name(widest)}`];
}
