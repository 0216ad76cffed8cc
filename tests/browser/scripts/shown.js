// Whether an element can be seen: it is drawn, and it has a size.
function shown(element) {
    const options = { opacityProperty: true, visibilityProperty: true };
    const box = element.getBoundingClientRect();
    return element.checkVisibility(options) && box.width > 0 && box.height > 0;
}
