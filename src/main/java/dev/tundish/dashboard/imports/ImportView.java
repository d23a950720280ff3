package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Waiting;
import dev.tundish.dashboard.campaigns.NewCampaignView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.imports.Imports;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.Disposable;

/** Files are brought in here; and those that were. */
@Route(value = "import", layout = MainLayout.class)
@PageTitle("Import · Tundish")
@RolesAllowed(Right.IMPORT)
public class ImportView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ImportView.class);

    private final transient Campaigns campaigns;
    private final transient Imports imports;
    private final long most;
    private final ComboBox<Campaign> campaign = new ComboBox<>("Into which campaign?");
    private final Upload upload = new Upload();
    private final Paragraph trouble = new Paragraph();
    private final ImportList list = new ImportList();
    private transient List<Campaign> known = List.of();
    private transient @Nullable Disposable looking;

    ImportView(Campaigns campaigns, Imports imports, @Value("${tundish.imports.max-megabytes:200}") int megabytes) {
        this.campaigns = campaigns;
        this.imports = imports;
        this.most = (long) megabytes << 20;
        addClassName("t-import");
        Div head = new Div(
                new H1("Import"),
                new Paragraph(
                        "Bring leads or events in from a CSV file: from a CRM, an advertising platform or a spreadsheet. You see what every column becomes before anything is counted, and nothing is counted twice: you may bring the same file again."));
        add(head, bring(megabytes), new H2("Files that were brought in"), list);
    }

    private Div bring(int megabytes) {
        campaign.setId("import-campaign");
        campaign.setItemLabelGenerator(one -> one.definition().name());
        campaign.setWidthFull();
        campaign.setPlaceholder("Choose a campaign");
        campaign.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getValue());
            }
        });
        upload.setId("import-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(most, Integer.MAX_VALUE));
        upload.setAcceptedFileExtensions(".csv", ".tsv", ".txt");
        Button button = new Button("Choose a file");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(new Span("or drop it here: CSV, up to " + megabytes + " MB"));
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        trouble.setId("import-trouble");
        trouble.addClassName("t-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        Div made = new Div(
                new Span("Not there yet? "),
                new RouterLink("Make a campaign", NewCampaignView.class),
                new Span(" first."));
        made.addClassName("t-hint");
        Div card = new Div(new Div(campaign, made), new Div(upload, trouble));
        card.addClassNames("t-card", "t-import-new");
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        known = Waiting.on(campaigns.all().collectList()).orElse(List.of());
        String key = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("campaign")
                .orElse("");
        campaign.setItems(known.stream()
                .filter(one -> !one.definition().archived() || one.key().equals(key))
                .toList());
        known.stream().filter(one -> one.key().equals(key)).findFirst().ifPresent(campaign::setValue);
        receiveInto(campaign.getValue());
    }

    private void choose(@Nullable Campaign chosen) {
        receiveInto(chosen);
        QueryParameters address =
                chosen == null ? QueryParameters.empty() : QueryParameters.simple(Map.of("campaign", chosen.key()));
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new com.vaadin.flow.router.Location("import", address)));
    }

    private void receiveInto(@Nullable Campaign chosen) {
        upload.setEnabled(chosen != null);
        if (chosen != null) {
            String by = SignedIn.current().map(SignedIn::getUsername).orElse("");
            upload.setUploadHandler(new ReceiveFile(imports, chosen.id(), by, most, this::received, this::refuse));
        }
    }

    private void received(long id) {
        getUI().ifPresent(ui -> ui.navigate(ImportJobView.class, new RouteParameters("id", String.valueOf(id))));
    }

    private void refuse(String sentence) {
        upload.clearFileList();
        trouble.setText(sentence);
        trouble.setVisible(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        looking = imports.recent()
                .onBackpressureLatest()
                .subscribe(
                        found -> ui.access(() -> list.show(found, known, new ImportWords(ui.getLocale()))),
                        broken -> LOG.warn("The list of imports is no longer fed", broken));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (looking != null) {
            looking.dispose();
        }
    }
}
