// One heading of the first rank, and one description, on each page.
function head() {
    const problems = [];
    const headings = document.querySelectorAll("h1");
    if (headings.length !== 1) {
        const names = Array.from(headings, name).join(", ");
        problems.push(`${headings.length} <h1> instead of one: ${names}`);
    }
    const descriptions = document.querySelectorAll("meta[name=description]");
    if (descriptions.length !== 1) {
        problems.push(`${descriptions.length} descriptions instead of one`);
    }
    for (const description of descriptions) {
        if (description.content.trim() === "") {
            problems.push("the description is empty");
        }
    }
    return problems;
}
