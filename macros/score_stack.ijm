// Scores every slice of a stack against one reference and saves the table.
// Without arguments it asks for the files. Without a display:
//   ahiq macro macros/score_stack.ijm REFERENCE STACK TABLE.csv [MODEL]
// Without MODEL the network is the one that comes with the program.
args = split(getArgument(), "\n");
model = "";
if (args.length >= 3) {
    reference = args[0];
    stack = args[1];
    table = args[2];
    if (args.length > 3) model = args[3];
} else if (getArgument() != "") {
    exit("Expected REFERENCE STACK TABLE.csv [MODEL].");
} else {
    reference = File.openDialog("Reference");
    stack = File.openDialog("Stack");
    table = getDirectory("Folder for the table") + "ahiq.csv";
}
run("AHIQ Score Stack...", "reference=[" + reference + "] distorted=[" + stack + "] model=[" + model + "]");
saved = call("sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores", table);
print("Saved " + saved);
