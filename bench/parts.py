#!/usr/bin/python3
"""Tells which assemblies a native binary is made of, from the ILC compiler's map: bench/parts.py FOLDER_OF_THE_MAP

The folder is obj/<project>/release_<rid>/native of a publish with -p:IlcGenerateMapFile=true. What is generic counts for the
assembly that defines it, not for those whose types it is made for.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from pathlib import Path

LEAST = 100_000  # bytes; what is smaller is summed up
CODE = {"MethodCode", "UnboxingStub", "ReadyToRunHelper", "FatFunctionPointer"}
# Packs what is listed in the map anyway.
PACKED = {"DehydratedData"}
DECORATION = re.compile(r"_ZTV\d+|__GenericDict_|__(?:writableData|GCSTATICS|NONGCSTATICS|THREADSTATICS|ehinfo_|unbox_)|__Get\w*?StaticBase_|__DelegateCtor_")
GROUPS = {
    "AWSSDK.": "AWS SDK", "Microsoft.AspNetCore.": "ASP.NET Core", "Microsoft.Extensions.": "Microsoft.Extensions",
    "System.": ".NET's libraries", "Microsoft.": ".NET's libraries", "Polly": "Polly", "Vts": "VTS", "Extend": "VTS", "bootstrap": "VTS",
}


def mangled(assembly):
    return re.sub(r"[^0-9A-Za-z_]", "_", re.sub(r"^System\.Private\.", "S.P.", assembly)) + "_"


def assemblies(folder):
    lines = next(folder.glob("*.ilc.rsp")).read_text().splitlines()
    names = {Path(line.partition(":")[2] if line.startswith("-") else line).stem for line in lines if line.endswith(".dll")}
    # The longest first: AWSSDK_Core before anything that begins alike.
    return sorted(((mangled(name), name) for name in names), key=lambda pair: -len(pair[0]))


def owner(name, known, seen):
    name = DECORATION.sub("", name, count=1)
    start = name[:80]
    if start not in seen:
        seen[start] = next((assembly for prefix, assembly in known if name.startswith(prefix)), None)
    return seen[start]


def group(assembly):
    return next((title for prefix, title in GROUPS.items() if assembly.startswith(prefix)), "others")


def number(size):
    return f"{size / 1e6:.2f}"


def main():
    folder = Path(sys.argv[1])
    known, seen = assemblies(folder), {}
    sizes, unowned = defaultdict(Counter), Counter()
    for node in ElementTree.parse(next(folder.glob("*.map.xml"))).getroot():
        length = int(node.get("Length", 0))
        if node.tag in PACKED or not length:
            continue
        assembly = owner(node.get("Name", ""), known, seen)
        if assembly:
            sizes[assembly]["code" if node.tag in CODE else "data"] += length
        else:
            unowned[node.tag] += length

    groups = defaultdict(Counter)
    for assembly, parts in sizes.items():
        groups[group(assembly)].update(parts)
    large = sorted((each for each in sizes if sizes[each].total() >= LEAST), key=lambda each: -sizes[each].total())
    small = sum((parts for assembly, parts in sizes.items() if assembly not in large), Counter())
    shared = ", ".join(f"{tag} {number(size)}" for tag, size in unowned.most_common(6))

    def row(name, parts):
        return f"| {name} | {number(parts['code'])} | {number(parts['data'])} | {number(parts.total())} |"

    print("What the compiler put into `bootstrap`, MB, by its own map (types and tables as they lie in memory; the file packs them,")
    print("and adds the runtime's native code and unwinding tables). What is generic counts for the assembly that defines it.\n")
    print("| part | code | data | both |\n| --- | --- | --- | --- |")
    for name in sorted(groups, key=lambda each: -groups[each].total()):
        print(row(f"**{name}**", groups[name]))
    print(row(f"no one's: {shared}, …", Counter(data=unowned.total())))
    print("\n| assembly | code | data | both |\n| --- | --- | --- | --- |")
    for assembly in large:
        print(row(f"`{assembly}`", sizes[assembly]))
    print(row(f"{len(sizes) - len(large)} smaller ones", small))


if __name__ == "__main__":
    main()
