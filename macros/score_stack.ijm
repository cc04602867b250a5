// Scores every slice of a stack against one reference and saves the table.
// Without arguments it asks for the files. Without a display:
//   ahiq macro macros/score_stack.ijm MODEL REFERENCE STACK TABLE.csv
args = split(getArgument(), "\n");
if (args.length == 4) {
    model = args[0];
    reference = args[1];
    stack = args[2];
    table = args[3];
} else {
    model = getDirectory("Folder of the model");
    reference = File.openDialog("Reference");
    stack = File.openDialog("Stack");
    table = getDirectory("Folder for the table") + "ahiq.csv";
}
run("AHIQ Score Stack...", "reference=[" + reference + "] distorted=[" + stack + "] model=[" + model + "]");
saved = call("sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores", table);
print("Saved " + saved);
