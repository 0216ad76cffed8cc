// Where the focus is, and what is wrong with its being there.
function focus() {
    const element = document.activeElement ?? document.body;
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const within =
        box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    let problem = null;
    if (element !== document.body) {
        if (!shown(element)) {
            problem = "cannot be seen";
        } else if (!within) {
            problem = "is outside of the window";
        } else if (element.closest("[aria-hidden=true]")) {
            problem = "is hidden from screen readers";
        }
    }
    return { name: name(element), problem };
}
