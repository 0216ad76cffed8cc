// What to call an element in a message: its tag, the nearest id, some text.
function name(element) {
    const tag = element.localName;
    const anchor = element.closest("[id]");
    const place = !anchor ? "" : anchor === element ? `#${anchor.id}` : ` in #${anchor.id}`;
    const text = (element.getAttribute("aria-label") ?? element.textContent)
        .trim()
        .replace(/\s+/g, " ");
    return `<${tag}>${place}` + (text ? ` "${text.slice(0, 60)}"` : "");
}
