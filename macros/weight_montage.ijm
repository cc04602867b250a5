// Puts the sample pictures side by side, each under the weights that the network gave to its parts, and saves the montage.
// Without arguments it asks for the folders. Without a display:
//   ahiq macro macros/weight_montage.ijm MONTAGE.png [MODEL]
// Without MODEL the network is the one that comes with the program.
args = split(getArgument(), "\n");
model = "";
if (getArgument() != "") {
    montage = args[0];
    if (args.length > 1) model = args[1];
} else {
    montage = getDirectory("Folder for the montage") + "montage.png";
}
degradations = newArray("denoised", "noise", "blur", "jpeg");
for (i = 0; i < degradations.length; i++) {
    run("AHIQ Open Sample Pair", "degradation=" + degradations[i]);
    run("AHIQ Score Pair...",
        "reference=sample-reference distorted=sample-" + degradations[i] + " model=[" + model + "] overlay opacity=0.4");
    selectImage("sample-" + degradations[i]);
    run("Flatten");
    rename("flat-" + degradations[i]);
    close("sample-*");
}
run("Images to Stack", "name=montage title=flat-");
run("Make Montage...", "columns=4 rows=1 scale=0.5 label");
saveAs("png", montage);
print("Saved " + montage);
