import java.util.*;
import java.util.zip.*;
import org.apache.xmlbeans.*;
import org.apache.xmlbeans.impl.schema.DocumentFactory;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.*;

/** Holds the parts of each Word document against the transitional schema of ECMA-376, and prints what breaks it: file, part, error. */
public class Docx {
  public static void main(String[] files) throws Exception {
    Map<String, DocumentFactory<? extends XmlObject>> kinds = Map.of("document", DocumentDocument.Factory, "styles", StylesDocument.Factory,
        "settings", SettingsDocument.Factory, "fontTable", FontsDocument.Factory, "header", HdrDocument.Factory, "footer", FtrDocument.Factory);
    for (String file : files) {
      int parts = 0;
      try (ZipFile zip = new ZipFile(file)) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          String name = entry.getName();
          if (!name.matches("word/[^/]*\\.xml")) continue;
          DocumentFactory<? extends XmlObject> kind = kinds.get(name.replaceAll("word/|-.*|\\.xml", ""));
          if (kind == null) {
            System.out.printf("%s\t%s\tno schema%n", file, name);
            continue;
          }
          parts++;
          List<XmlError> errors = new ArrayList<>();
          XmlObject part = kind.parse(zip.getInputStream(entry), new XmlOptions().setLoadLineNumbers());
          if (!part.validate(new XmlOptions().setErrorListener(errors)))
            for (XmlError e : errors) System.out.printf("%s\t%s:%d\t%s%n", file, name, e.getLine(), e.getMessage());
        }
      }
      System.out.printf("%s\t%d parts%n", file, parts);
    }
  }
}
