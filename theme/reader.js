// The button of the contents moves mdBook's own switch, after mdBook has heard
// of the click: before that it takes an opening for a closing.
document.getElementById("mdbook-sidebar-toggle")?.addEventListener("click", function (event) {
    if (event.currentTarget.localName === "button") {
        document.getElementById("mdbook-sidebar-toggle-anchor").click();
    }
});

// The page for what is not found has a base, from which even the way past its
// contents would lead: to the first page of the book.
if (document.querySelector("base")) {
    document.querySelector(".skip-link")?.addEventListener("click", function (event) {
        event.preventDefault();
        document.getElementById("mdbook-content").focus();
    });
}

// What overflows must be scrolled, and so reached, by the keyboard too; what
// fits needs no stop of the Tab key.
(function () {
    const scrollable = document.querySelectorAll(
        ".katex-display, main pre > code, main pre, .table-wrapper",
    );
    function mark() {
        for (const element of scrollable) {
            if (element.scrollWidth > element.clientWidth + 1) {
                element.tabIndex = 0;
            } else {
                element.removeAttribute("tabindex");
            }
        }
    }
    mark();
    let waiting = 0;
    window.addEventListener("resize", function () {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(mark);
    });
    document.fonts?.ready.then(mark);
})();
