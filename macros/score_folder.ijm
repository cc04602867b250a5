// Scores all images of a folder against one reference and saves one table with a row for each; a row is there as soon as its image
// is scored, and started again after an interruption the macro goes on where it ended.
// Without arguments it asks for the folders. Without a display:
//   ahiq macro macros/score_folder.ijm REFERENCE FOLDER TABLE.csv [MODEL]
// Without MODEL the network is the one that comes with the program.
args = split(getArgument(), "\n");
model = "";
if (args.length >= 3) {
    reference = args[0];
    folder = args[1];
    table = args[2];
    if (args.length > 3) model = args[3];
} else if (getArgument() != "") {
    exit("Expected REFERENCE FOLDER TABLE.csv [MODEL].");
} else {
    reference = File.openDialog("Reference");
    folder = getDirectory("Folder with distorted images");
    table = folder + "ahiq.csv";
}
run("AHIQ Score Folder...",
    "references=[" + reference + "] distorted=[" + folder + "] model=[" + model + "] output=[" + table + "] resume");
print("Saved " + table);
