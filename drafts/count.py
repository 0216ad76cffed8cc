"""Counts the words of a page as the rubric does, by section."""
import re, sys

SKIP = ("question", "exercise", "hint", "solution", "proof")
UNCOUNTED = ("Also in this module", "Used again in")

def words(text):
    text = re.sub(r"\$\$.*?\$\$", " ", text, flags=re.S)
    text = re.sub(r"(?<!\\)\$[^$]*?(?<!\\)\$", " ", text, flags=re.S)
    text = re.sub(r"`[^`]*`", " ", text)
    text = re.sub(r"\[@[^\]]*\]", " ", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"\{#[^}]*\}", " ", text)
    text = re.sub(r"<[^>]+>", " ", text)
    return len(re.findall(r"[^\W\d_]{2,}", text))

def read(path):
    lines = open(path, encoding="utf-8").read().split("\n")
    section, counts, captions, depth, fence, kind = "(opening)", {}, {}, [], False, None
    total_before_figure, seen_figure = 0, False
    figures = {}
    for line in lines:
        if line.startswith("```"):
            fence = not fence
            continue
        if fence:
            continue
        if line.startswith("## "):
            section = re.sub(r"\s*\{#.*", "", line[3:])
            continue
        if line.startswith("# "):
            continue
        opened = re.match(r"<([a-z]+)( |>)", line)
        closed = re.match(r"</([a-z]+)>", line)
        if opened:
            tag = opened.group(1)
            depth.append(tag)
            if tag == "proof":
                idea = re.search(r'idea="([^"]*)"', line)
                if idea and not any(t in SKIP for t in depth[:-1]):
                    counts.setdefault(section, {}).setdefault("idea", []).append(idea.group(1))
            if tag == "figure":
                seen_figure = True
                name = re.search(r'id="([^"]*)"', line).group(1)
            continue
        if closed:
            depth.pop()
            continue
        if any(t in SKIP for t in depth) or section in UNCOUNTED:
            continue
        key = depth[-1] if depth else "prose"
        counts.setdefault(section, {}).setdefault(key, []).append(line)
        if not seen_figure:
            total_before_figure += words(line)
        if depth and depth[-1] in ("figure", "listing", "program", "measured"):
            captions.setdefault((section, depth[-1], name if depth[-1] == "figure" else ""), []).append(line)
    return counts, captions, total_before_figure

def main(path):
    counts, captions, before = read(path)
    total = 0
    for section, parts in counts.items():
        by = {k: words("\n".join(v)) for k, v in parts.items()}
        n = sum(by.values())
        total += n
        detail = ", ".join(f"{k} {v}" for k, v in by.items() if v)
        print(f"{n:5}  {total:5}  {section}   ({detail})")
    print(f"{total:5}  in all; {before} before the first figure")
    for (section, kind, name), text in captions.items():
        n = words("\n".join(text))
        if kind == "figure" or n > 50:
            print(f"   caption {kind} {name} in {section!r}: {n}")

for path in sys.argv[1:]:
    print("==", path)
    main(path)
