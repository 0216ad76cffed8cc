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
    function later() {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(mark);
    }
    window.addEventListener("resize", later);
    // What has been closed has no width, and hidden lines may be the longest.
    document.addEventListener("toggle", later, true);
    document.addEventListener("click", function (event) {
        if (event.target.closest("pre .buttons")) {
            later();
        }
    });
    document.fonts?.ready.then(mark);
})();

// What is folded: one switch opens all proofs, on this page and on those to
// come; what a link leads to opens, and on paper everything does.
(function () {
    const KEY = "open-proofs";
    const box = document.querySelector(".open-proofs input");
    const proofs = document.querySelectorAll("details[data-kind=proof]");
    function open(folds, whether) {
        folds.forEach((fold) => { fold.open = whether; });
    }
    // A browser may refuse to remember anything.
    try {
        box.checked = localStorage.getItem(KEY) === "yes";
    } catch { /* The switch is off. */ }
    box?.addEventListener("change", function () {
        open(proofs, box.checked);
        try {
            localStorage.setItem(KEY, box.checked ? "yes" : "no");
        } catch { /* It holds for this page alone. */ }
    });
    // Opens the folds around a place, and whether one of them was closed.
    function reveal(place) {
        let closed = false;
        let fold = place.closest("details");
        while (fold) {
            closed ||= !fold.open;
            fold.open = true;
            fold = fold.parentElement.closest("details");
        }
        return closed;
    }
    function lead(moved) {
        const place = document.getElementById(location.hash.slice(1));
        if (place && (reveal(place) || moved)) {
            place.scrollIntoView();
        }
    }
    if (box?.checked) {
        open(proofs, true);
    }
    lead(box?.checked);
    window.addEventListener("hashchange", () => lead(false));
    // The link to where the address leads already changes no address.
    document.addEventListener("click", function (event) {
        const link = event.target.closest("main a[href^='#']");
        if (link && link.hash === location.hash) {
            lead(false);
        }
    });
    let closed = [];
    window.addEventListener("beforeprint", function () {
        closed = [...document.querySelectorAll("main details:not([open])")];
        open(closed, true);
    });
    window.addEventListener("afterprint", () => open(closed, false));
})();

// A figure that can move does so from the first touch on: before that, nobody
// has to wait for what draws it.
(function () {
    const forms = [...document.querySelectorAll("form.controls")];
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
        forms.forEach((form) => form.remove());
        return;
    }
    function hold(event) {
        const handle = event.target.closest?.(".handle");
        if (handle) {
            const { parameter, scale } = handle.dataset;
            Object.assign(event.currentTarget.querySelector("form").dataset, { held: parameter, scale });
            // Otherwise a mouse would mark the text.
            event.preventDefault();
        }
    }
    const touches = ["pointerdown", "focusin", "pointerover"];
    // Waits for a touch of the figures that one script moves.
    function wait(source, forms) {
        function ask(event) {
            // To pass over a picture is not to touch it.
            if (event.type === "pointerover" && !event.target.closest?.(".handle, .controls")) {
                return;
            }
            const script = document.createElement("script");
            script.src = source;
            script.onerror = () => forms.forEach((form) => form.remove());
            document.head.append(script);
            for (const form of forms) {
                touches.forEach((touch) => form.parentElement.removeEventListener(touch, ask));
            }
        }
        for (const form of forms) {
            const figure = form.parentElement;
            figure.addEventListener("pointerdown", hold);
            // Chromium heeds no touch-action within a picture: without this it
            // takes the finger for a scroll.
            figure.addEventListener("touchstart", function (event) {
                if (event.target.closest?.(".handle")) {
                    event.preventDefault();
                }
            }, { passive: false });
            touches.forEach((touch) => figure.addEventListener(touch, ask));
            for (const end of ["pointerup", "pointercancel"]) {
                window.addEventListener(end, () => delete form.dataset.held);
            }
        }
    }
    for (const source of new Set(forms.map((form) => form.dataset.script))) {
        wait(source, forms.filter((form) => form.dataset.script === source));
    }
})();
