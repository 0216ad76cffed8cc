// Figures that move. The binder puts the compiled figures of a chapter, in base64
// of what gzip makes of them, into this file, and reader.js asks for it when a
// figure is first touched. Drawing is done by the code of figures/ and
// listings/; here numbers go in and SVG comes out.
(async function () {
    const forms = document.querySelectorAll(`form[data-script="${document.currentScript.getAttribute("src")}"]`);
    const small = Uint8Array.from(atob("the compiled figures"), (letter) => letter.charCodeAt(0));
    const whole = new Blob([small]).stream().pipeThrough(new DecompressionStream("gzip"));
    const bytes = await new Response(whole).arrayBuffer();
    const { instance } = await WebAssembly.instantiate(bytes);
    const compiled = instance.exports;
    const decoder = new TextDecoder();

    // What the figure of that place looks like for these numbers.
    function draw(place, numbers) {
        // Making room may move the memory, so the room comes first.
        const room = compiled.values(numbers.length);
        new Float64Array(compiled.memory.buffer, room, numbers.length).set(numbers);
        const length = compiled.draw(place);
        const text = decoder.decode(new Uint8Array(compiled.memory.buffer, compiled.text(), length));
        const end = text.indexOf("\0");
        return { state: text.slice(0, end), svg: text.slice(end + 1) };
    }

    function move(form) {
        const figure = form.closest("figure");
        const svg = figure.querySelector("svg");
        const status = form.querySelector(".state");
        const inputs = [...form.querySelectorAll("input, select")];
        const drawn = document.createElement("template");
        let waiting = 0;
        let telling = 0;

        function show() {
            waiting = 0;
            const numbers = inputs.map((input) => input.value === "" ? NaN : Number(input.value));
            let shown;
            try {
                shown = draw(Number(form.dataset.figure), numbers);
            } catch (error) {
                // The figure stays as it was; the console has the reason.
                console.error(`figure ${figure.id}`, numbers, error);
                return;
            }
            drawn.innerHTML = shown.svg;
            svg.replaceChildren(...drawn.content.firstChild.childNodes);
            for (const output of form.querySelectorAll("output")) {
                const value = form.elements[output.htmlFor.value].value;
                output.value = value.replace("-", "−") + (output.dataset.unit ?? "");
            }
            // Who listens hears where it comes to rest, not each stop on the way.
            clearTimeout(telling);
            telling = setTimeout(() => { status.textContent = shown.state; }, 250);
        }

        function later() {
            if (waiting === 0) {
                waiting = requestAnimationFrame(show);
            }
        }

        // Dragging: the handle that is held says where 0 stands and how far away
        // 1 is. reader.js knows which it is and what it said when it was taken,
        // also from before this file came: a window that grows meanwhile would
        // run away under the hand.
        function drag(event) {
            const handle = svg.querySelector(`.handle[data-parameter="${form.dataset.held}"]`);
            if (!handle) {
                return;
            }
            // The handle is drawn anew, the picture around it stays.
            svg.setPointerCapture(event.pointerId);
            const at = new DOMPoint(event.clientX, event.clientY);
            const { x, y } = at.matrixTransform(handle.getScreenCTM().inverse());
            const [x0, y0, dx, dy] = form.dataset.scale.split(" ").map(Number);
            const world = [(x - x0) / dx, (y - y0) / dy];
            form.querySelectorAll(`[data-point="${form.dataset.held}"] input`).forEach(function (input, k) {
                const [low, high, step] = [input.min, input.max, input.step].map(Number);
                const steps = Math.round((world[k] - low) / step);
                const value = Math.min(Math.max(low + steps * step, low), high);
                input.value = Number(value.toFixed(6));
            });
            stop();
            later();
        }
        svg.addEventListener("pointermove", drag);

        // Playing: the number of steps grows by itself.
        const steps = form.querySelector("[data-steps]");
        const count = steps?.querySelector("input");
        const play = steps?.querySelector("[data-do=play]");
        let playing = 0;
        function stop() {
            clearInterval(playing);
            playing = 0;
            if (play) {
                play.textContent = "Play";
            }
        }
        function step() {
            if (count.value === count.max) {
                stop();
                return;
            }
            count.stepUp();
            later();
        }
        steps?.addEventListener("click", function (event) {
            const what = event.target.dataset?.do;
            if (what === "step") {
                stop();
                step();
            } else if (what === "play" && playing) {
                stop();
            } else if (what === "play") {
                if (count.value === count.max) {
                    count.value = count.min;
                    later();
                }
                play.textContent = "Pause";
                playing = setInterval(step, 1000 / Number(steps.dataset.perSecond));
            }
        });
        if (play && matchMedia("(prefers-reduced-motion: reduce)").matches) {
            play.hidden = true;
        }

        form.addEventListener("input", function () {
            stop();
            later();
        });
        form.addEventListener("submit", (event) => event.preventDefault());
        form.addEventListener("reset", function () {
            stop();
            // The fields are set back after this event.
            setTimeout(later);
        });
        // What was set while this file was on its way.
        later();
    }

    forms.forEach(move);
    window.drawFigure = Object.assign(draw, { decimals: compiled.decimals });
})();
