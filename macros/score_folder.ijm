// Scores all images of a folder against one reference and saves one table with a row for each.
// Without arguments it asks for the folders. Without a display:
//   ahiq macro macros/score_folder.ijm MODEL REFERENCE FOLDER TABLE.csv
args = split(getArgument(), "\n");
if (args.length == 4) {
    model = args[0];
    reference = args[1];
    folder = args[2] + File.separator;
    table = args[3];
} else {
    model = getDirectory("Folder of the model");
    reference = File.openDialog("Reference");
    folder = getDirectory("Folder with distorted images");
    table = folder + "ahiq.csv";
}
files = getFileList(folder);
for (i = 0; i < files.length; i++) {
    isImage = matches(toLowerCase(files[i]), ".*\\.(png|tiff?|jpe?g|bmp|gif)");
    if (isImage && folder + files[i] != reference) {
        run("AHIQ Score Pair...",
            "reference=[" + reference + "] distorted=[" + folder + files[i] + "] model=[" + model + "]");
    }
}
saved = call("sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores", table);
print("Saved " + saved);
