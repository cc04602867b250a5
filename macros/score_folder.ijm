// Scores all images of a folder against one reference and saves one table with a row for each; a row is there as soon as its image
// is scored, and started again after an interruption the macro goes on where it ended.
// Without arguments it asks for the folders. Without a display:
//   ahiq macro macros/score_folder.ijm MODEL REFERENCE FOLDER TABLE.csv
args = split(getArgument(), "\n");
if (args.length == 4) {
    model = args[0];
    reference = args[1];
    folder = args[2];
    table = args[3];
} else {
    model = getDirectory("Folder of the model");
    reference = File.openDialog("Reference");
    folder = getDirectory("Folder with distorted images");
    table = folder + "ahiq.csv";
}
run("AHIQ Score Folder...",
    "references=[" + reference + "] distorted=[" + folder + "] model=[" + model + "] output=[" + table + "] resume");
print("Saved " + table);
