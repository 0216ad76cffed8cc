// Opens all that is folded, for checks of what stands inside.
function unfold() {
    for (const details of document.querySelectorAll("details")) {
        details.open = true;
    }
    for (const explanation of document.querySelectorAll(".explanation")) {
        explanation.style.display = "block";
    }
    for (const button of document.querySelectorAll("pre:has(.hide-boring) button[title='Show hidden lines']")) {
        button.click();
    }
}
