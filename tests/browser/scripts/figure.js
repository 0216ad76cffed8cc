// What the tests ask of a figure that moves.
function parts(id) {
    const figure = document.getElementById(id);
    const form = figure.querySelector("form.controls");
    return {
        figure,
        form,
        svg: figure.querySelector("svg"),
        inputs: [...(form?.querySelectorAll("input, select") ?? [])],
    };
}

// The figure as it is now.
function now(id) {
    const { form, svg, inputs } = parts(id);
    return {
        svg: svg.outerHTML,
        state: form?.querySelector("[role=status]")?.textContent ?? "",
        values: inputs.map((input) => input.value),
        outputs: inputs.filter((input) => input.type === "range").map((input) =>
            form.querySelector(`output[for="${input.id}"]`)?.value ?? "nothing"),
    };
}

// The fields that a screen reader cannot name.
function nameless(id) {
    const said = (element) => element.textContent.trim();
    const { form, inputs } = parts(id);
    const fields = inputs.filter((input) =>
        ![...input.labels].some(said) && !input.getAttribute("aria-label"));
    const groups = [...form.querySelectorAll("fieldset")].filter((group) =>
        !group.querySelector("legend") || !said(group.querySelector("legend")));
    return [...fields, ...groups].map(name);
}

// Where the figure stands in the window, once it is in the middle of it and
// nothing slides any more: after printing the contents do, and the page beside
// them.
async function frame(id) {
    const { svg } = parts(id);
    await Promise.allSettled(document.getAnimations().map((slide) => slide.finished));
    svg.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, right, bottom } = svg.getBoundingClientRect();
    return [left, top, right, bottom];
}

// Where a place of the drawing, in the panel of a handle, stands in the window.
function inWindow(id, parameter, x, y) {
    const handle = parts(id).svg.querySelector(`.handle[data-parameter="${parameter}"]`);
    const at = new DOMPoint(x, y).matrixTransform(handle.getScreenCTM());
    return [at.x, at.y];
}

// The middle of a handle, if it can be taken hold of there; or what is in the way.
function middle(id, parameter) {
    const handle = parts(id).svg.querySelector(`.handle[data-parameter="${parameter}"]`);
    if (!handle) {
        return { way: "nothing: there is no such handle" };
    }
    const { left, top, right, bottom } = handle.getBoundingClientRect();
    const at = [(left + right) / 2, (top + bottom) / 2];
    const found = document.elementFromPoint(...at);
    return found?.closest(".handle") === handle ? { at } : { way: found ? name(found) : `${at}` };
}

// Puts the focus on a part of the form, and marks its text; whether it took it.
function take(element) {
    element.focus();
    if (element.type === "number") {
        element.select();
    }
    return document.activeElement === element;
}

// Sets a field as a script would.
function set(id, place, value) {
    const input = parts(id).inputs[place];
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
}

// Watches what the button Play says and how far the figure has counted from now
// on, since neither can be asked in time on a busy machine.
function watch(id) {
    const { figure, form, svg } = parts(id);
    const play = form.querySelector("[data-do=play]");
    const count = form.querySelector("[data-steps] input");
    figure.watcher?.disconnect();
    figure.watched = { said: [], counts: [] };
    const { said, counts } = figure.watched;
    figure.watcher = new MutationObserver(function (changes) {
        counts.push(Number(count.value));
        // A picture may be drawn again that was asked for before.
        if (changes.some(({ target }) => target === play) && said.at(-1) !== play.textContent) {
            said.push(play.textContent);
        }
    });
    figure.watcher.observe(svg, { childList: true });
    figure.watcher.observe(play, { childList: true });
    return true;
}

// What was seen so far.
function watched(id) {
    return document.getElementById(id).watched;
}

// Presses Pause while the figure counts, and returns where that was.
async function pause(id, last) {
    const { form } = parts(id);
    const play = form.querySelector("[data-do=play]");
    const count = form.querySelector("[data-steps] input");
    for (let frame = 0; frame < 2000; frame += 1) {
        await new Promise(requestAnimationFrame);
        const at = Number(count.value);
        if (play.textContent === "Play") {
            // It was over before anybody looked.
            play.click();
        } else if (at >= 1 && at < last) {
            play.click();
            return at;
        }
    }
    return null;
}
